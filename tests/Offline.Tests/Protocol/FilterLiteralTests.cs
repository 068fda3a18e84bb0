using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace Offline.Tests.Protocol;

public sealed class FilterLiteralTests
{
    private static readonly DateTimeOffset Time = new DateTimeOffset(2020, 7, 24, 5, 20, 41, TimeSpan.FromHours(8)).AddTicks(6_667_782);

    public static TheoryData<object?, string> Literals => new()
    {
        { "some", "'some'" }, { "so'me''s", "'so''me''''s'" }, { "", "''" }, { 'c', "'c'" }, { '\'', "''''" },
        { new StringBuilder("it's"), "'it''s'" }, { "{0} {{", "'{0} {{'" },
        { 10, "10" }, { -1, "-1" }, { (byte)7, "7" }, { 10L, "10L" }, { long.MinValue, "-9223372036854775808L" }, { ulong.MaxValue, "18446744073709551615L" },
        { 10.5, "10.5" }, { 1e300, "1E+300" }, { true, "true" }, { false, "false" }, { null, "null" },
        { new Guid("66cf3753-1cc9-44c4-b857-4546f744901b"), "guid'66cf3753-1cc9-44c4-b857-4546f744901b'" },
        { Time, "datetime'2020-07-23T21:20:41.6667782Z'" }, { Time.UtcDateTime, "datetime'2020-07-23T21:20:41.6667782Z'" },
        { new byte[] { 0xFF, 2 }, "X'FF02'" }, { new BinaryData([0xFF, 2]), "X'FF02'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void Argument_IsQuotedForItsType(object? value, string literal)
    {
        Assert.Equal($"v eq {literal} or w", TableClient.CreateQueryFilter($"v eq {value} or w"));
        Assert.Equal($"v eq {literal} or w", TableServiceClient.CreateQueryFilter($"v eq {value} or w"));
    }

    [Fact]
    public void Culture_DoesNotMatter()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal("a eq 1.5 and b eq -2L", TableClient.CreateQueryFilter($"a eq {1.5} and b eq {-2L}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void OtherTypes_AreRefused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"v eq {DayOfWeek.Monday}"));

    [Fact]
    public void NoFilter_IsNull() => Assert.Null(TableClient.CreateQueryFilter(null));
}
