using System.Text;
using FlowLog.Imports.Records;

namespace FlowLog.Tests.Imports.Records;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a,b,,c", "a|b||c")]
    [InlineData(",", "|")]
    [InlineData("\"a\",\"b,c\"", "a|b,c")]
    [InlineData("\"\"", "")]
    [InlineData("\"a\"\"b\",\"\"\"\"", "a\"b|\"")]
    [InlineData("\"a\nb\",c", "a\nb|c")]
    [InlineData("\"open,c", "open,c")]
    [InlineData("\"a\"x,b", "a|b")]
    [InlineData("a\"b,c", "a\"b|c")]
    public void Fields_AreThoseOfRfc4180(string line, string fields) => Assert.Equal(fields.Split('|'), Fields(line));

    [Fact]
    public void WhatIsQuoted_ComesBack()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var fields = Enumerable.Range(0, random.Next(1, 6))
                .Select(_ => new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => "ab,\"\n\r ü"[random.Next(8)])])).ToArray();
            var line = string.Join(',', fields.Select(field =>
                random.Next(2) == 0 || field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));

            Assert.Equal(fields, Fields(line));
        }
    }

    private static List<string> Fields(string line)
    {
        byte[] scratch = [];
        var fields = new List<string>();
        var csv = new CsvLine(Encoding.UTF8.GetBytes(line), (byte)',');
        while (csv.TryNext(ref scratch, out var field))
            fields.Add(Encoding.UTF8.GetString(field));
        return fields;
    }
}
