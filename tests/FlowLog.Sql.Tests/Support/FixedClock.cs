namespace FlowLog.Sql.Tests.Support;

/// <summary>A clock that stands still; timers run as ever.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
