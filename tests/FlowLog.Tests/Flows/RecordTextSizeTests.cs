using System.Globalization;
using System.Text;
using FlowLog.Flows;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Flows;

public class RecordTextSizeTests
{
    [Fact]
    public void AnyRecords_AreAsLongAsTheirLines()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var rows = seed % 3 == 0 ? SomeRows.OfAnyShape(seed, 40 * seed) : WithStatuses(SomeRows.OfAServer(seed, 20 * seed), seed);

            var size = RecordTextSize.Of(rows);

            Assert.Equal(Enumerable.Range(0, rows.Count).Sum(row => (long)Encoding.UTF8.GetByteCount(Line(rows, row))), size);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(999_999_999_999_999_999, 18)]
    [InlineData(1_000_000_000_000_000_000, 19)]
    [InlineData(long.MaxValue, 19)]
    public void Numbers_HaveTheirDigits(long value, int digits)
    {
        var none = RecordTextSize.Of(FlowColumns.Of([new FlowRecord()]));

        var some = RecordTextSize.Of(FlowColumns.Of([new FlowRecord { Bytes = value }]));

        Assert.Equal(digits - 1, some - none);
    }

    private static FlowColumns WithStatuses(FlowColumns rows, int seed)
    {
        var random = new Random(seed);
        rows.Set(FlowFields.Status, [.. Enumerable.Range(0, rows.Count).Select(_ => (long)random.Next(3))]);
        return rows;
    }

    private static string Line(FlowColumns rows, int row) => string.Join(',', FlowFields.All.Select(field => Value(field, rows, row))) + "\r\n";

    private static string Value(FlowField field, FlowColumns rows, int row)
    {
        if (field.OfTraffic && rows.Numbers(FlowFields.Status)[row] != (long)LogStatus.Ok)
            return "-";
        return field.Kind switch
        {
            FieldKind.Number => rows.Numbers(field)[row].ToString(CultureInfo.InvariantCulture),
            FieldKind.Name => rows.Numbers(field)[row] is var number && number < field.Names.Count ? field.Names[(int)number] : "-",
            FieldKind.Address => rows.Addresses(field)[row].ToString(),
            _ => rows.Texts(field)[row] is { Length: > 0 } text ? text : "-",
        };
    }
}
