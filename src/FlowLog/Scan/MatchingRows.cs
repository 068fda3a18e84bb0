using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>The rows of a chunk that match, with the columns that the plan wants.</summary>
public static class MatchingRows
{
    /// <returns>In the chunk's order. Columns that the chunk does not have read as zero or empty.</returns>
    /// <exception cref="ChunkFormatException">The chunk is corrupt.</exception>
    public static FlowColumns Of(Chunk chunk, ScanPlan plan, CancellationToken cancellation)
    {
        using var scan = new ChunkScan(plan);
        scan.Open(chunk);
        var columns = plan.Wanted.Select(field => (field, Values: new List<long>())).ToList();
        var count = 0;
        while (scan.Next(cancellation))
        {
            count += scan.Count;
            foreach (var (field, values) in columns)
                Add(scan, field, values);
        }

        var rows = new FlowColumns(count);
        foreach (var (field, values) in columns.Where(_ => count > 0))
            Set(rows, scan, field, values);
        return rows;
    }

    /// <summary>The rows of one step of a scan, which has at least one, as columns of their own.</summary>
    /// <param name="wanted">Fields that the scan's plan wants.</param>
    public static FlowColumns OfStep(ChunkScan scan, IEnumerable<FlowField> wanted)
    {
        var rows = new FlowColumns(scan.Count);
        foreach (var field in wanted)
        {
            var values = new List<long>(scan.Count);
            Add(scan, field, values);
            Set(rows, scan, field, values);
        }

        return rows;
    }

    private static void Add(ChunkScan scan, FlowField field, List<long> values)
    {
        if (field.Kind is FieldKind.Number or FieldKind.Name)
            values.AddRange(scan.Numbers(field));
        else
            foreach (var code in scan.Codes(field))
                values.Add(code);
    }

    private static void Set(FlowColumns rows, ChunkScan scan, FlowField field, List<long> values)
    {
        if (field.Kind is FieldKind.Number or FieldKind.Name)
            rows.Set(field, [.. values]);
        else if (field.Kind == FieldKind.Address)
            rows.Set(field, [.. values.Select(code => scan.Addresses[(int)code])]);
        else
            rows.Set(field, new TextColumn(scan.Texts(field), [.. values.Select(code => (int)code)]));
    }
}
