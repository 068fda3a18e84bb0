namespace FlowLog.Cli.Service;

/// <summary>What was asked for was not done, for reasons that are told as problem+json.</summary>
/// <param name="body">problem+json, if it is this product that refused.</param>
/// <param name="code">How the command ends, of <see cref="ExitCode"/>.</param>
internal class Refusal(string message, string body, int code) : Exception(message)
{
    public string Body => body;

    public int Code => code;
}
