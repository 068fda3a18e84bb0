using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLogFunctions.Capture;

/// <summary>What a source came to in one step.</summary>
/// <param name="Files">The positions of all files after the step.</param>
/// <param name="Losses">Where traffic could not be read.</param>
internal sealed record SourceReading(IReadOnlyDictionary<string, FilePosition> Files, IReadOnlyList<Loss> Losses)
{
    /// <summary>
    /// Who observed traffic that passes only once; empty for what can be read again. Part of the batches' ids: what another observer
    /// says of the same step is added to what this one said, and takes the place of none of it.
    /// </summary>
    public string Reader { get; init; } = "";

    public static readonly SourceReading Empty = new(new Dictionary<string, FilePosition>(), []);

    /// <summary>
    /// What the plan names and is no longer there as it was, as people read it. If the step was sent in part before, its batches were others.
    /// </summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Whether packets of the step's windows were left for the next step: they cannot be closed yet.</summary>
    public bool IsCut { get; init; }

    /// <summary>Flows that others have judged: their verdicts stay.</summary>
    public IReadOnlyList<JudgedFlow> Judged { get; init; } = [];

    /// <summary>The windows that had no traffic; null if those of the step are in which nothing was recorded.</summary>
    public IReadOnlyList<CaptureWindow>? Quiet { get; init; }

    /// <summary>How far foreign flow logs have been read after the step; null if the source has none.</summary>
    public CloudLogs.LogCursor? Logs { get; init; }
}
