using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>The rows of a chunk that match, with the columns that the plan wants.</summary>
public static class MatchingRows
{
    /// <returns>In the chunk's order. Columns that the chunk does not have read as zero or empty.</returns>
    /// <exception cref="ChunkFormatException">The chunk is corrupt.</exception>
    public static FlowColumns Of(Chunk chunk, ScanPlan plan, CancellationToken cancellation) => Of(chunk, plan, out _, cancellation);

    /// <inheritdoc cref="Of(Chunk, ScanPlan, CancellationToken)"/>
    /// <param name="counts">What the chunk counts as.</param>
    public static FlowColumns Of(Chunk chunk, ScanPlan plan, out ScanCounts counts, CancellationToken cancellation)
    {
        using var scan = new ChunkScan(plan);
        var canMatch = scan.Open(chunk);
        var columns = plan.Wanted.Where(field => chunk.Columns.ContainsKey(field.Id)).Select(field => (field, Values: new List<long>())).ToList();
        var count = 0;
        while (scan.Next(cancellation))
        {
            count += scan.Count;
            foreach (var (field, values) in columns)
                Add(scan, field, values);
        }

        counts = scan.Counts(canMatch, chunk.Size, count);
        var rows = new FlowColumns(count);
        foreach (var (field, values) in columns.Where(_ => count > 0))
            Set(rows, scan, field, values);
        return rows;
    }

    /// <summary>The same a step at a time, so that a chunk of many rows is never decoded as a whole.</summary>
    /// <returns>At most <see cref="ChunkScan.StepRows"/> rows each, and never none.</returns>
    /// <exception cref="ChunkFormatException">The chunk is corrupt.</exception>
    public static IEnumerable<FlowColumns> Steps(Chunk chunk, ScanPlan plan, CancellationToken cancellation)
    {
        using var scan = new ChunkScan(plan);
        scan.Open(chunk);
        var fields = plan.Wanted.Where(field => chunk.Columns.ContainsKey(field.Id)).ToList();
        while (scan.Next(cancellation))
        {
            yield return OfStep(scan, fields);
        }
    }

    /// <summary>The rows of one step of a scan, as columns of their own.</summary>
    /// <param name="wanted">Fields that the scan's plan wants.</param>
    public static FlowColumns OfStep(ChunkScan scan, IEnumerable<FlowField> wanted)
    {
        var rows = new FlowColumns(scan.Count);
        foreach (var field in wanted)
            Set(rows, scan, field);
        return rows;
    }

    private static void Set(FlowColumns rows, ChunkScan scan, FlowField field)
    {
        if (field.Kind is FieldKind.Number or FieldKind.Name)
            rows.Set(field, scan.Numbers(field).ToArray());
        else if (field.Kind == FieldKind.Text)
            rows.Set(field, new TextColumn(scan.Texts(field), scan.Codes(field).ToArray()));
        else
            rows.Set(field, Addresses(scan, field));
    }

    private static IpAddress[] Addresses(ChunkScan scan, FlowField field)
    {
        var addresses = GC.AllocateUninitializedArray<IpAddress>(scan.Count);
        var codes = scan.Codes(field);
        var known = scan.Addresses;
        for (var row = 0; row < addresses.Length; row++)
            addresses[row] = known[codes[row]];
        return addresses;
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
