using Azure.Data.Tables;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Storage;

public sealed class SplitPropertyTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(TableLimits.PropertyBytes - 1, 1)]
    [InlineData(TableLimits.PropertyBytes, 1)]
    [InlineData(TableLimits.PropertyBytes + 1, 2)]
    [InlineData((2 * TableLimits.PropertyBytes) + 7, 3)]
    public void Bytes_ComeBackFromAsManyPropertiesAsTheyNeed(int length, int properties)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var entity = new TableEntity("09-2", "m~eni");

        SplitProperty.Write(entity, "c9", bytes);

        Assert.Equal(bytes, SplitProperty.Read(entity, "c9"));
        var names = entity.Where(pair => pair.Value is byte[]).Select(pair => pair.Key).ToList();
        Assert.Equal(properties, names.Count);
        Assert.Equal(names, SplitProperty.Names("c9", length));
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
        Assert.All(names, name => Assert.InRange(((byte[])entity[name]).Length, 0, TableLimits.PropertyBytes));
    }

    [Theory]
    [InlineData((2 * TableLimits.PropertyBytes) + 7)]
    [InlineData(2 * TableLimits.PropertyBytes)]
    [InlineData(TableLimits.PropertyBytes)]
    [InlineData(TableLimits.PropertyBytes - 1)]
    [InlineData(0)]
    public void FewerBytesMergedOverMore_ComeBackAlone(int length)
    {
        var (more, fewer) = (new byte[(3 * TableLimits.PropertyBytes) + 5], new byte[length]);
        new Random(1).NextBytes(more);
        new Random(2).NextBytes(fewer);
        var (stored, update) = (new TableEntity("r", "h09"), new TableEntity("r", "h09"));
        SplitProperty.WriteEnded(stored, "b", more);
        Assert.Equal(more, SplitProperty.Read(stored, "b"));
        SplitProperty.WriteEnded(update, "b", fewer);

        foreach (var (name, value) in update)
            stored[name] = value;

        Assert.Equal(fewer, SplitProperty.Read(stored, "b"));
    }

    [Fact]
    public void NoSuchName_IsNull() => Assert.Null(SplitProperty.Read(new TableEntity("09-2", "m~eni"), "c9"));
}
