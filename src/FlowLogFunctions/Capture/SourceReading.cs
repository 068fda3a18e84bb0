namespace FlowLogFunctions.Capture;

/// <summary>What a source came to in one step.</summary>
/// <param name="Files">The positions of all files after the step.</param>
/// <param name="Losses">Where traffic could not be read.</param>
internal sealed record SourceReading(IReadOnlyDictionary<string, FilePosition> Files, IReadOnlyList<Loss> Losses)
{
    public static readonly SourceReading Empty = new(new Dictionary<string, FilePosition>(), []);
}
