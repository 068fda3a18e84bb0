using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Query.Search;
using FlowLog.Scan;

namespace FlowLog.Tests.Query.Search;

/// <summary>What searches find and say.</summary>
internal static class Found
{
    /// <summary>Numbers of the rows that a search finds in a chunk.</summary>
    public static List<int> In(Chunk chunk, string search)
    {
        Assert.True(SearchParser.TryParse(search, out var predicate, out var problems), $"{search}: {string.Join(" ", problems)}");
        using var scan = new ChunkScan(new(predicate));
        var found = new List<int>();
        scan.Open(chunk);
        while (scan.Next(default))
            found.AddRange(scan.Rows);
        return found;
    }

    /// <summary>Places of the records that a search finds. A chunk has them in an order of its own.</summary>
    public static List<int> In(IReadOnlyList<FlowRecord> records, string search)
    {
        var chunk = ChunkEncoder.Encode(FlowColumns.Of(records));
        var rows = ChunkDecoder.Decode(chunk, FlowFields.All);
        var found = In(chunk, search).Select(row => rows[row]).ToHashSet();
        return [.. Enumerable.Range(0, records.Count).Where(place => found.Contains(records[place]))];
    }

    public static IReadOnlyList<QueryProblem> Problems(string search)
    {
        Assert.Equal(SearchParser.TryParse(search, out _, out var problems), problems.Count == 0);
        return problems;
    }
}
