using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>The common way to change one row: read it, judge it, replace that version; again when another request was faster.</summary>
internal static class RowChange
{
    private const int Attempts = 10;

    /// <param name="ifMatch">The only version that the caller wants to change; null for any.</param>
    /// <param name="change">The row's next value, or why it may not change. May run again.</param>
    public static async Task<Outcome<Stored<T>>> ChangeAsync<T>(
        this ControlTable table, RowPlace place, string? ifMatch, Func<T, Outcome<T>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await table.FindAsync<T>(place.Partition, place.Row, cancellation) is not { } found)
                return place.Missing;
            if (ifMatch is not null && ifMatch != found.ETag)
                return Refusal.PreconditionFailed(place.Noun);
            if (!change(found.Value).Is(out var next, out var refusal))
                return refusal;
            if (await table.ReplaceAsync(place.Partition, place.Row, next, found.ETag, cancellation) is { } replaced)
                return replaced;
        }

        return Refusal.ChangedMeanwhile(place.Noun);
    }
}
