namespace FlowLogFunctions.Capture;

/// <summary>What a source came to in one step.</summary>
/// <param name="Files">The positions of all files after the step.</param>
/// <param name="Losses">Where traffic could not be read.</param>
internal sealed record SourceReading(IReadOnlyDictionary<string, FilePosition> Files, IReadOnlyList<Loss> Losses)
{
    public static readonly SourceReading Empty = new(new Dictionary<string, FilePosition>(), []);
}

/// <summary>Traffic that could not be read: becomes a SKIPDATA record of its window.</summary>
/// <param name="Time">Unix seconds; any time of the window.</param>
/// <param name="Reason">For people.</param>
internal sealed record Loss(long Time, string Reason);
