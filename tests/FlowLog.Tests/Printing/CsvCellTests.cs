using FlowLog.Printing;

namespace FlowLog.Tests.Printing;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("-", "-")]
    [InlineData("sgr-1", "sgr-1")]
    [InlineData("a=b", "a=b")]
    [InlineData("-5", "-5")]
    [InlineData("+5.25e-7", "+5.25e-7")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("--", "'--")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\"")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=\"", "\"'=\"\"\"")]
    public void Text_IsQuotedAndNoFormula(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
