namespace FlowLog.Cli;

/// <summary>What keeps a command from doing what it was asked for; the message is for the person who asked.</summary>
/// <param name="code">How the command ends, of <see cref="ExitCode"/>.</param>
internal sealed class Failure(string message, int code = ExitCode.Failed) : Exception(message)
{
    public int Code => code;
}
