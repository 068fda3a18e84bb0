namespace FlowLogFunctions.LogService;

/// <summary>Under which name decisions about Projects and Logstores of a region come one after another.</summary>
internal static class LogServiceGuard
{
    public const string Name = "logservice";
}
