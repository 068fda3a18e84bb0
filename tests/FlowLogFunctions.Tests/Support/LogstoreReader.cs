using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.RollUps;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Reads a Logstore's hour as callers do.</summary>
internal sealed class LogstoreReader(LogstoreWorker worker, string logstoreId, long hour)
{
    private static readonly IReadOnlyCollection<AggregatePart> Parts = Enum.GetValues<AggregatePart>();

    private readonly TimeRange _range = new(hour, hour + 3600);

    /// <summary>All records at once.</summary>
    public async Task<List<FlowRecord>> AllAsync(bool reverse = false) => (await PageAsync(null, int.MaxValue, reverse)).Records;

    /// <summary>All records, a page at a time, each after the cursor of the one before as it was handed out.</summary>
    public async Task<List<FlowRecord>> PagesAsync(int limit, bool reverse)
    {
        var records = new List<FlowRecord>();
        string? cursor = null;
        while (true)
        {
            var page = await PageAsync(cursor, limit, reverse);
            records.AddRange(page.Records);
            if (page.Records.Count < limit)
                return records;
            cursor = page.Cursor;
        }
    }

    /// <summary>The hour's aggregate.</summary>
    public Task<Aggregate> AggregateAsync() => AggregateAsync(_range, byHour: false);

    /// <summary>The aggregate of a range, from whatever has it.</summary>
    public Task<Aggregate> AggregateAsync(TimeRange range, bool byHour) => worker.Get<ReadAggregates>().RunAsync(logstoreId, range, Parts, byHour, new(), default);

    private async Task<(List<FlowRecord> Records, string? Cursor)> PageAsync(string? cursor, int limit, bool reverse)
    {
        RecordPlace? after = null;
        if (cursor is not null)
        {
            Assert.True(RecordPlace.TryParse(cursor, out var place));
            after = place;
        }

        var (records, last) = (new List<FlowRecord>(), cursor);
        await foreach (var (place, rows, row) in new RecordScan(worker.Tables, logstoreId, _range, after, reverse).RunAsync(default))
        {
            records.Add(rows[row]);
            last = place.ToString();
            if (records.Count == limit)
                break;
        }

        return (records, last);
    }
}
