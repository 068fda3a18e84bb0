using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Chunks;

public class AddressTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 500)]
    [InlineData(3, 3_000)]
    public void AnyAddresses_AreNumberedInAscendingOrder(int seed, int count)
    {
        var rows = SomeRows.OfAnyShape(seed, count);
        var (source, destination) = (rows.Addresses(FlowFields.Source).ToArray(), rows.Addresses(FlowFields.Destination).ToArray());

        var table = AddressTable.Of([source, destination]);

        Assert.Equal(source.Concat(destination).Distinct().Order(), table.Values);
        Assert.Equal(source, table.Codes[0].Select(code => table.Values[code]));
        Assert.Equal(destination, table.Codes[1].Select(code => table.Values[code]));
    }
}
