namespace FlowLog.Cli;

/// <summary>What keeps a command from doing what it was asked for; the message is for the person who asked.</summary>
internal sealed class Failure(string message) : Exception(message);
