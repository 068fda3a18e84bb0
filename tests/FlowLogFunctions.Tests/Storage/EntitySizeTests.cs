using Azure.Data.Tables;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Storage;

public sealed class EntitySizeTests
{
    [Fact]
    public void EveryType_CountsAsDocumented()
    {
        var empty = new TableEntity("09-2", "c~eni");
        var full = new TableEntity("09-2", "c~eni") { ["n"] = 1, ["t0"] = 1L, ["s"] = "abc", ["c10"] = new byte[100], ["yes"] = true };

        Assert.Equal(4 + (9 * 2) + (8 + 18 + 8), EntitySize.Of(empty));
        Assert.Equal((8 + 2 + 4) + (8 + 4 + 8) + (8 + 2 + 4 + 6) + (8 + 6 + 4 + 100) + (8 + 6 + 1), EntitySize.Of(full) - EntitySize.Of(empty));
    }

    [Fact]
    public void OneMebibyte_FitsAndOneByteMoreDoesNot()
    {
        var entity = new TableEntity("09-2", "m~eni");
        for (var property = 0; property < 15; property++)
            entity[$"c{property}"] = new byte[TableLimits.PropertyBytes];
        entity["rest"] = Array.Empty<byte>();
        entity["rest"] = new byte[TableLimits.EntityBytes - EntitySize.Of(entity)];

        Assert.True(EntitySize.Fits(entity));
        entity["rest"] = new byte[((byte[])entity["rest"]).Length + 1];
        Assert.False(EntitySize.Fits(entity));
    }

    [Fact]
    public void Properties_MoreThan252DoNotFit()
    {
        var entity = new TableEntity("09-2", "m~eni");
        for (var property = 0; property < TableLimits.Properties; property++)
            entity[$"p{property}"] = 1;

        Assert.True(EntitySize.Fits(entity));
        entity["more"] = 1;
        Assert.False(EntitySize.Fits(entity));
    }
}
