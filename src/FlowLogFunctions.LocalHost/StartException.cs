namespace FlowLogFunctions.LocalHost;

/// <summary>What keeps the host from starting, said in one line that a user can act on.</summary>
internal sealed class StartException(string message) : Exception(message);
