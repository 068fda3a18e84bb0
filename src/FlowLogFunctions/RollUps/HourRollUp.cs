using FlowLog.Ledger;
using FlowLog.Reports;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.RollUps;

/// <summary>
/// Keeps the roll-up of an hour: one row with the aggregate of all its batches, their names, and once it is closed what they say. Since it names what is in it, any version is right
/// by itself; since a version is replaced only by who has read it, each has all of the one before.
/// </summary>
internal sealed class HourRollUp(LogstoreAggregates chunks, LogstoreStatements statements, LogstoreRollUps rollUps, UpkeepTelemetry telemetry)
{
    /// <summary>So many chunks are read one by one rather than written anew each minute.</summary>
    private const int FewChunks = 16;

    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    /// <summary>Takes into an hour's roll-up what has been written since, if that is much.</summary>
    public async Task RefreshAsync(string logstoreId, long hour, CancellationToken cancellation)
    {
        var stored = await rollUps.CoverAsync(logstoreId, hour, cancellation);
        var listed = await chunks.OfHourAsync(logstoreId, hour, cancellation);
        if (HourCover.Of(stored, listed) is { IsUsable: true } cover && cover.Uncovered.Count >= FewChunks)
            await AddAsync(logstoreId, hour, stored, cover.Uncovered, listed.Count, stored?.IsClosed == true, cancellation);
    }

    /// <summary>
    /// Sees to it that the roll-up of an hour that is over has all of its batches, with bounds as close as they can be: made at once, not minute by
    /// minute. False if it has not, since somebody else wrote it or chunks were merged meanwhile.
    /// </summary>
    public async Task<bool> CloseAsync(string logstoreId, long hour, CancellationToken cancellation)
    {
        var stored = await rollUps.CoverAsync(logstoreId, hour, cancellation);
        var listed = await chunks.OfHourAsync(logstoreId, hour, cancellation);
        var said = CondensedHour.Of(hour, await statements.OfHourAsync(logstoreId, hour, cancellation));
        var cover = HourCover.Of(stored, listed);
        if (stored is not { IsClosed: true } || !cover.IsUsable)
            return await WriteAsync(logstoreId, hour, new(new()) { Said = said, ETag = stored?.ETag }, listed, listed.Count, isClosed: true, cancellation);
        return cover.Uncovered.Count == 0
            ? await rollUps.PutSaidAsync(logstoreId, hour, stored with { Said = said }, cancellation)
            : await AddAsync(logstoreId, hour, stored with { Said = said }, cover.Uncovered, listed.Count, isClosed: true, cancellation);
    }

    /// <summary>Writes what is stored and some chunks more.</summary>
    private async Task<bool> AddAsync(
        string logstoreId, long hour, RollUp? stored, IReadOnlyList<AggregateChunk> more, int listed, bool isClosed, CancellationToken cancellation)
    {
        if (stored is null)
            return await WriteAsync(logstoreId, hour, new(new()), more, listed, isClosed, cancellation);
        var whole = await rollUps.FindHourAsync(logstoreId, hour, Parts, cancellation);
        return whole?.ETag == stored.ETag && whole?.Aggregate is not null
            && await WriteAsync(logstoreId, hour, whole with { Said = stored.Said }, more, listed, isClosed, cancellation);
    }

    private async Task<bool> WriteAsync(
        string logstoreId, long hour, RollUp rollUp, IReadOnlyList<AggregateChunk> more, int listed, bool isClosed, CancellationToken cancellation)
    {
        if (await chunks.ReadAsync(more, listed, Parts, cancellation) is not { } aggregates)
            return false;
        var whole = new AggregateSum();
        whole.Add(rollUp.Aggregate!);
        foreach (var aggregate in aggregates.OfType<Aggregate>())
            whole.Add(aggregate);
        var batches = (rollUp.Batches ?? new HashSet<string>()).Concat(more.SelectMany(chunk => chunk.Batches)).ToHashSet(StringComparer.Ordinal);
        var isWritten = await rollUps.PutHourAsync(
            logstoreId, hour, rollUp with { Aggregate = whole.Trimmed(), Batches = batches, IsClosed = isClosed }, cancellation);
        telemetry.RolledUp("hour", isWritten);
        return isWritten;
    }
}
