namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>How far an ENI's foreign flow logs have been read. It holds what the look-back reaches, no more.</summary>
internal sealed record LogCursor
{
    /// <summary>By <see cref="LogNames.Key"/> of the blob.</summary>
    public IReadOnlyDictionary<string, LogPosition> Read { get; init; } = new Dictionary<string, LogPosition>();

    /// <summary>Unix seconds: of every hour before it has been said which windows had no traffic.</summary>
    public long Closed { get; init; }

    /// <summary>By hour that is not closed: a bit for each minute that had traffic, or may have had.</summary>
    public IReadOnlyDictionary<long, ulong> Busy { get; init; } = new Dictionary<long, ulong>();
}
