namespace FlowLogFunctions.Capture;

/// <summary>How far an ENI's traffic has been handed over. Changes only after the queue has the records.</summary>
internal sealed record CaptureCursor
{
    /// <summary>Unix seconds: every window before is in the queue.</summary>
    public long Until { get; init; }

    /// <summary>Unix seconds: since when steps have followed one another without a gap; null if that has not been noted.</summary>
    public long? CoveredSince { get; init; }

    /// <summary>The number of the next step; part of its batches' ids.</summary>
    public long Sequence { get; init; }

    /// <summary>
    /// A step that was begun: what it reads and for whom is fixed before the first message is sent, so that after a crash it is
    /// repeated with the same batches under the same ids.
    /// </summary>
    public CapturePlan? Plan { get; init; }

    /// <summary>By capture file's name: how far it has been read.</summary>
    public IReadOnlyDictionary<string, FilePosition> Files { get; init; } = new Dictionary<string, FilePosition>();

    /// <summary>Times during which no flow log covered the ENI, latest last; at most <see cref="MaxGaps"/>.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>After a step that did not come to the end of its windows: the minutes of which there are records, Unix seconds.</summary>
    public IReadOnlyList<long> Busy { get; init; } = [];

    /// <summary>How far foreign flow logs have been read; null if the source has none.</summary>
    public CloudLogs.LogCursor? Logs { get; init; }

    public const int MaxGaps = 20;
}
