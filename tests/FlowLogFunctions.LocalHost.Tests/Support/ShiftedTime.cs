namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>A clock that shows the given time when it is made, and runs from there.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
