using FlowLog.Flows;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Statements drawn by lot from those that columns can answer, with what they answer, reckoned record by record.</summary>
internal sealed class SomeStatements(Random random, IReadOnlyList<FlowRecord> records)
{
    private static readonly SomeColumn[] OfLog =
    [
        new("srcaddr", FlowFields.Source), new("DSTADDR", FlowFields.Destination), new("srcport", FlowFields.SourcePort), new("dstport", FlowFields.DestinationPort),
        new("protocol", FlowFields.Protocol), new("action", FlowFields.Action), new("direction", FlowFields.Direction), new("\"eni-id\"", FlowFields.EniId),
        new("vm_id", FlowFields.VmId), new("log_status", FlowFields.Status), new("\"type\"", FlowFields.Type), new("\"tcp-flags\"", FlowFields.TcpFlags),
        new("rule_id", FlowFields.RuleId), new("\"Skip-Reason\"", FlowFields.SkipReason), new("bytes", FlowFields.Bytes), new("packets", FlowFields.Packets),
        new("start", FlowFields.Start), new("__time__", FlowFields.Start), new("\"end\"", FlowFields.End), new("traffic_path", FlowFields.TrafficPath),
    ];

    private static readonly SomeColumn[] OfSides =
    [
        new("addr", FlowFields.Source, FlowFields.Destination), new("port", FlowFields.SourcePort, FlowFields.DestinationPort),
        new("bytes", FlowFields.Bytes, FlowFields.Bytes), new("packets", FlowFields.Packets, FlowFields.Packets),
        new("start", FlowFields.Start, FlowFields.Start), new("\"end\"", FlowFields.End, FlowFields.End), new("action", FlowFields.Action, FlowFields.Action),
    ];

    public SomeStatement Next()
    {
        var sides = random.Next(3) == 0;
        var columns = sides ? OfSides : OfLog;
        var (source, rows) = sides ? Sides() : (random.Next(3) switch { 0 => "", 1 => " FROM log", _ => " from \"log\" AS l" }, [.. records.Select(record => new SomeRow(record, 0))]);
        var keys = Keys(columns);
        var measures = Measures(areAlone: keys.Count == 0);
        var where = random.Next(3) == 0 ? null : (((string Sql, Func<SomeRow, bool?> Of)?)new SomeConditions(random, columns, records).Tree(2));
        var statement = new SomeStatement(keys, measures, random)
        {
            Source = source,
            Where = where?.Sql,
            Rows = [.. rows.Where(row => where is null || where.Value.Of(row) == true)],
        };
        return statement.Drawn();
    }

    private (string Source, List<SomeRow> Rows) Sides()
    {
        var conditions = new SomeConditions(random, OfLog, records);
        var (left, right) = (conditions.Tree(1), conditions.Tree(1));
        List<SomeRow> rows = [];
        foreach (var record in records)
        {
            if (left.Of(new(record, 0)) == true)
                rows.Add(new(record, 0));
            if (right.Of(new(record, 0)) == true)
                rows.Add(new(record, 1));
        }

        var parts = $"(SELECT srcaddr AS addr, srcport AS port, bytes, packets, start, \"end\", action FROM log WHERE {left.Sql} UNION ALL SELECT dstaddr, dstport, bytes, packets, start, \"end\", action FROM log WHERE {right.Sql})";
        return (random.Next(2) == 0 ? $" FROM {parts}" : $" FROM {parts} AS t", rows);
    }

    private List<SomeValue<SomeRow>> Keys(SomeColumn[] columns)
    {
        var keys = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) == 0 ? Stretch(columns) : Plain(columns[random.Next(columns.Length)]));
        return [.. keys.DistinctBy(key => key.Sql)];
    }

    private static SomeValue<SomeRow> Plain(SomeColumn column) => new(column.Sql, column.Of);

    private SomeValue<SomeRow> Stretch(SomeColumn[] columns)
    {
        var numbers = columns.Where(column => column.Kind == FieldKind.Number).ToList();
        var column = random.Next(2) == 0 ? columns.First(any => any.Sql == "start") : numbers[random.Next(numbers.Count)];
        var (c, length) = (column.Sql, new[] { 60L, 300, 7, 3600, 1000 }[random.Next(5)]);
        if (column.Sql is "start" && random.Next(2) == 0)
            return Time(column);
        return random.Next(4) switch
        {
            0 => new($"{c} - {c} % {length}", row => (long?)column.Of(row) / length * length),
            1 => new($"{c} / {length}", row => (long?)column.Of(row) / length),
            2 => new($"({c}/{length}) * {length}", row => (long?)column.Of(row) / length * length),
            _ => new($"{length} * ({c} / {length}) + 1", row => ((long?)column.Of(row) / length * length) + 1),
        };
    }

    private SomeValue<SomeRow> Time(SomeColumn column) => random.Next(6) switch
    {
        0 => new("date_trunc('minute', from_unixtime(start))", row => SomeTimes.Timestamp((long?)column.Of(row) / 60 * 60)),
        1 => new("date_trunc('Hour', start)", row => SomeTimes.Timestamp((long?)column.Of(row) / 3600 * 3600)),
        2 => new("from_unixtime(start - start % 60)", row => SomeTimes.Timestamp((long?)column.Of(row) / 60 * 60)),
        3 => new("date_format(from_unixtime(start - start % 300), '%Y-%m-%d %H:%i')", row => SomeTimes.Of((long?)column.Of(row) / 300 * 300, "yyyy-MM-dd HH:mm")),
        4 => new("date_format(start, '%Y/%m/%d')", row => SomeTimes.Of((long?)column.Of(row), "yyyy'/'MM'/'dd")),
        _ => new("from_unixtime(start)", row => SomeTimes.Timestamp((long?)column.Of(row))),
    };

    /// <summary>Some, and one that adds up rows if there is no key.</summary>
    private List<SomeMeasure> Measures(bool areAlone)
    {
        List<SomeMeasure> some = [.. SomeMeasure.All.OrderBy(_ => random.Next()).Take(random.Next(areAlone ? 1 : 0, 5))];
        return areAlone && !some.Exists(measure => measure.Sql.Contains('(')) ? [SomeMeasure.All[0], .. some] : some;
    }
}
