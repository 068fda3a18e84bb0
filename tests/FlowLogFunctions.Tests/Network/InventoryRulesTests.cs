using FlowLogFunctions.Network;

namespace FlowLogFunctions.Tests.Network;

public sealed class InventoryRulesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("ab", true)]
    [InlineData("a", false)]
    [InlineData("1a", false)]
    [InlineData("_a", false)]
    [InlineData("长城", true)]
    [InlineData("𠀀𠀁", true)]
    [InlineData("HTTP://a", false)]
    [InlineData("https://a", false)]
    [InlineData("http-server", true)]
    public void Name_IsEmptyOrBeginsWithALetter(string name, bool fits) => Assert.Equal(fits, InventoryRules.Name(name) is null);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Name_HasAtMost128Characters(int length, bool fits)
    {
        Assert.Equal(fits, InventoryRules.Name(new string('a', length)) is null);
        Assert.Equal(fits, InventoryRules.Name(string.Concat(Enumerable.Repeat("𠀀", length))) is null);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Description_IsEmptyOrHas2To256Characters(int length, bool fits) =>
        Assert.Equal(fits, InventoryRules.Description(new string('.', length)) is null);

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.0.0.0/7", false)]
    [InlineData("10.0.0.16/28", true)]
    [InlineData("10.0.0.8/29", false)]
    [InlineData("10.0.0.1/28", false)]
    [InlineData("10.0.0.0", false)]
    [InlineData("010.0.0.0/8", false)]
    [InlineData("0xa.0.0.0/8", false)]
    [InlineData("fd00::/28", false)]
    [InlineData("10.0.0.0/08x", false)]
    public void VpcBlock_IsIpv4From8To28(string text, bool fits) => Assert.Equal(fits, InventoryRules.VpcBlock(text) is null);

    [Theory]
    [InlineData("00:16:3e:0a:0b:0C", true)]
    [InlineData("", true)]
    [InlineData("00:16:3e:0a:0b", false)]
    [InlineData("00:16:3e:0a:0b:0g", false)]
    [InlineData("001:6:3e:0a:0b:0c", false)]
    public void MacAddress_HasSixBytes(string text, bool fits) => Assert.Equal(fits, InventoryRules.MacAddress(text) is null);
}
