using System.Text;
using FlowLog.Flows;
using FlowLog.Printing;

namespace FlowLog.Tests.Printing;

public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("10.0.200.7")]
    [InlineData("::")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Addresses_AreWrittenAsTheyAreShown(string address) =>
        Assert.Equal(IpAddress.Parse(address).ToString(), Text(text => text.Add(IpAddress.Parse(address))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_AreDecimal(long number) =>
        Assert.Equal(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Text(text => text.Add(number)));

    [Fact]
    public void Text_GrowsWithWhatIsAdded()
    {
        var random = new Random(1);
        var (text, expected) = (new Utf8Text(), new StringBuilder());
        for (var i = 0; i < 50_000; i++)
        {
            var address = IpAddress.V4((uint)random.NextInt64(1L << 32));
            text.Add(address).Letter((byte)',').Add(i).Add("é;");
            expected.Append(address).Append(',').Append(i).Append("é;");
        }

        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(text.Bytes.Span));
    }

    private static string Text(Action<Utf8Text> write)
    {
        var text = new Utf8Text();
        write(text);
        return Encoding.UTF8.GetString(text.Bytes.Span);
    }
}
