using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class ChunkStatisticsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 700)]
    [InlineData(3, 5_000)]
    public void AnyColumns_HaveTheBoundsOfTheirValues(int seed, int count)
    {
        var rows = SomeRows.OfAnyShape(seed, count);

        var statistics = ChunkStatistics.Of(ChunkEncoder.Encode(rows));

        Assert.Equal(count, statistics.Rows);
        foreach (var field in FlowFields.All.Where(field => field.Kind is FieldKind.Number or FieldKind.Name))
        {
            var values = rows.Numbers(field).ToArray();
            Assert.Equal(new ColumnRange(values.Min(), values.Max()), statistics[field]);
        }

        Assert.Equal(statistics[FlowFields.Start], statistics.Time);
    }

    [Fact]
    public void ColumnsThatAreNotThere_AreZero()
    {
        var statistics = ChunkStatistics.Of(ChunkEncoder.Encode(FlowColumns.Of([new FlowRecord()])));

        Assert.Equal(new ColumnRange(0, 0), statistics[FlowFields.Bytes]);
        Assert.True(statistics[FlowFields.Version].Contains(1));
        Assert.False(statistics[FlowFields.Bytes].Contains(1));
    }
}
