namespace FlowLogFunctions.Capture;

/// <summary>A time, in Unix seconds, during which traffic was not to be logged.</summary>
internal sealed record Gap(long From, long To)
{
    public bool Contains(long time) => time >= From && time < To;
}
