using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Reports;
using FlowLog.Reports.Charts;

namespace FlowLog.Tests.Reports.Charts;

/// <summary>Each chart of each report from aggregates, against its query's meaning on the records.</summary>
public sealed class ChartsTests
{
    private const int Bucket = 300;

    private static readonly string[] Measures = ["records", "packets", "bytes"];

    public static IEnumerable<object[]> Charts =>
        from report in FlowReports.All
        from chart in report.Charts
        from records in new[] { 0, 1, 50, 12_000 }
        select new object[] { report.Name, chart.Name, records };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Drawn_IsTheQuerysAnswerOrWithinItsBound(string report, string name, int count)
    {
        var chart = FlowReports.Find(report)!.Charts.Single(chart => chart.Name == name);
        var records = Records(count);
        var data = chart.Draw(new(Whole(records), Bucket, Top: 10));
        var sums = ChartTruth.Of(report, name).Sums(records, Bucket);

        Assert.All(data.Table.Rows, row => Assert.Equal(data.Table.Columns.Count, row.Length));
        if (chart.Parts.Contains(AggregatePart.Distinct))
            AssertCount(data, sums.Count);
        else if (chart.Kind == ChartKind.Number)
            AssertTotal(data, sums);
        else
            AssertRows(data, sums, isList: chart.Template.Contains("{top}", StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_AreExactWhileFewKeysAreThere()
    {
        var records = Records(50);
        var scope = new ChartScope(Whole(records), Bucket, 100);

        foreach (var chart in FlowReports.All.SelectMany(report => report.Charts))
            Assert.Equal((default, null), (chart.Draw(scope).Error, chart.Draw(scope).StandardError));
    }

    [Fact]
    public void Names_AreUniqueAndQueriesNameEachColumn()
    {
        Assert.Equal(FlowReports.All.Count, FlowReports.All.Select(report => report.Name).Distinct().Count());
        foreach (var report in FlowReports.All)
        {
            Assert.Equal(report.Charts.Count, report.Charts.Select(chart => chart.Name).Distinct().Count());
            foreach (var chart in report.Charts)
            {
                var query = chart.Query(60, 10);
                Assert.DoesNotContain("{", query);
                Assert.All(chart.Draw(new(new Aggregate(), 60, 10)).Table.Columns, column => Assert.Contains(column.Name, query));
            }
        }
    }

    private static void AssertCount(ChartData data, int truth)
    {
        var found = (long)data.Table.Rows.Single().Single()!;
        var error = 4 * (data.StandardError ?? 0) * truth;
        Assert.InRange(found, truth - error, truth + error);
    }

    private static void AssertTotal(ChartData data, Dictionary<string, (long Records, long Packets, long Bytes)> sums) =>
        Assert.Equal(sums.Count == 0 ? null : MeasureOf(sums.Values.Single(), data.Table.Columns.Single().Name), data.Table.Rows.Single().Single());

    private static void AssertRows(ChartData data, Dictionary<string, (long Records, long Packets, long Bytes)> sums, bool isList)
    {
        List<QueryColumn> keys = [.. data.Table.Columns.TakeWhile(column => !Measures.Contains(column.Name))];
        var first = data.Table.Columns[keys.Count].Name;
        var shown = new HashSet<string>();
        for (var i = 0; i < data.Table.Rows.Count; i++)
        {
            var (row, missing) = (data.Table.Rows[i], data.RowErrors.Count == 0 ? default : data.RowErrors[i]);
            var key = ChartTruth.Written(row.Take(keys.Count));
            Assert.True(shown.Add(key) && sums.ContainsKey(key), key);
            for (var column = keys.Count; column < row.Length && row[column] is long value; column++)
                Assert.InRange(MeasureOf(sums[key], data.Table.Columns[column].Name), value, value + MeasureOf((missing.Records, missing.Packets, missing.Bytes), data.Table.Columns[column].Name));
            if (data.Table.Columns[^1].Name == "share")
                Assert.Equal((long)row[^2]! / sums.Values.Sum(sum => (double)MeasureOf(sum, first)), (double)row[^1]!, 1e-12);
        }

        if (!isList)
            Assert.Equal(sums.Count, data.Table.Rows.Count);
        var error = MeasureOf((data.Error.Records, data.Error.Packets, data.Error.Bytes), first);
        var most = error + (data.Table.Rows.Count < 10 ? 0 : (long)data.Table.Rows[^1][keys.Count]!);
        Assert.All(sums.Where(sum => !shown.Contains(sum.Key)), sum => Assert.InRange(MeasureOf(sum.Value, first), 0, most));
        if (isList)
            Assert.Equal(data.Table.Rows.Select(row => (long)row[keys.Count]!).OrderDescending(), data.Table.Rows.Select(row => (long)row[keys.Count]!));
    }

    private static long MeasureOf((long Records, long Packets, long Bytes) sum, string measure) =>
        measure == "records" ? sum.Records : measure == "packets" ? sum.Packets : sum.Bytes;

    /// <summary>Of chunks of some thousand records each.</summary>
    private static Aggregate Whole(IReadOnlyList<FlowRecord> records)
    {
        var whole = new Aggregate();
        foreach (var chunk in records.Chunk(3000))
            whole.Merge(Aggregate.Of(FlowColumns.Of(chunk)));
        whole.Trim();
        return whole;
    }

    private static List<FlowRecord> Records(int count)
    {
        var random = new Random(count);
        return
        [
            .. SomeFlows.Random(count, count).Select(record => random.Next(20) == 0
                ? new FlowRecord { EniId = record.EniId, Start = record.Start, End = record.End, Status = LogStatus.NoData }
                : record with
                {
                    Flow = random.Next(3) == 0 ? new(IpAddress.V4(1), IpAddress.V4((uint)random.Next(4)), 3, 443, 6) : record.Flow,
                    Action = (FlowAction)random.Next(3),
                    Direction = (Direction)random.Next(3),
                    VmId = random.Next(3) == 0 ? "" : $"i-{random.Next(3)}",
                    VpcId = random.Next(9) == 0 ? "" : $"vpc-{random.Next(2)}",
                    RuleId = random.Next(4) == 0 ? "" : $"sgr-{random.Next(30)}",
                }),
        ];
    }
}
