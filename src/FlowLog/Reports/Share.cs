namespace FlowLog.Reports;

/// <summary>The traffic of one key, and how much of it the rules refused.</summary>
public readonly record struct Share(Traffic All, Traffic Rejected)
{
    public static Share operator +(Share a, Share b) => new(a.All + b.All, a.Rejected + b.Rejected);
}
