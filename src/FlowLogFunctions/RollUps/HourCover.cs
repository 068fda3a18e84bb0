using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>Which chunks of an hour its roll-up has not.</summary>
/// <param name="IsUsable">
/// Whether each chunk is in it whole or not at all. One of which it has only some batches, since they were merged with later ones, can be added
/// neither in part nor whole: then the hour is added up without the roll-up.
/// </param>
internal sealed record HourCover(bool IsUsable, IReadOnlyList<AggregateChunk> Uncovered)
{
    /// <param name="rollUp">Null if there is none, or it is not to be used.</param>
    /// <param name="chunks">Listed after the roll-up was read.</param>
    public static HourCover Of(RollUp? rollUp, IReadOnlyList<AggregateChunk> chunks)
    {
        if (rollUp is null)
            return new(true, chunks);
        if (rollUp.Batches is not { } batches)
            return new(false, chunks);
        var uncovered = new List<AggregateChunk>();
        foreach (var chunk in chunks)
        {
            var covered = chunk.Batches.Count(batches.Contains);
            if (covered > 0 && covered < chunk.Batches.Count)
                return new(false, chunks);
            if (covered == 0)
                uncovered.Add(chunk);
        }

        return new(true, uncovered);
    }
}
