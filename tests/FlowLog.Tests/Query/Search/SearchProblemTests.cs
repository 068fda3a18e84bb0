using FlowLog.Query.Search;

namespace FlowLog.Tests.Query.Search;

public class SearchProblemTests
{
    public static TheoryData<string, string, string, string> Wrong() => new()
    {
        // The search, code at column+length, and a part of the message.
        { "srcadr: 1", SearchCodes.UnknownField, "1+6", "no field 'srcadr'; the nearest is srcaddr" },
        { "dst_prt: 1", SearchCodes.UnknownField, "1+7", "dstport" },
        { "proto: tcp", SearchCodes.UnknownField, "1+5", "the nearest is protocol" },
        { "ip: 10.0.0.1", SearchCodes.UnknownField, "1+2", "host" },
        { "colour: red", SearchCodes.UnknownField, "1+6", "no name is near" },
        { "'my field' > 5", SearchCodes.UnknownField, "1+10", "'my field'" },
        { "srcaddr: 5", SearchCodes.AddressExpected, "10+1", "'5' is no address; srcaddr takes" },
        { "host: web-server", SearchCodes.AddressExpected, "7+10", "host takes" },
        { "srcaddr: 010.0.0.1", SearchCodes.AddressExpected, "10+9", "no address" },
        { "srcaddr:1:2:3", SearchCodes.AddressExpected, "9+5", "'1:2:3'" },
        { "srcaddr: 10.0.0.0/33", SearchCodes.InvalidCidr, "10+11", "0 to 32" },
        { "10.0.0.0/33", SearchCodes.InvalidCidr, "1+11", "0 to 32" },
        { "srcaddr: 10.0.x.*", SearchCodes.InvalidWildcard, "10+8", "letters that no address has" },
        { "dstport: 70000", SearchCodes.OutOfRange, "10+5", "dstport is from 0 to 65535" },
        { "port: 70000", SearchCodes.OutOfRange, "7+5", "port is from 0 to 65535" },
        { "protocol: 256", SearchCodes.OutOfRange, "11+3", "0 to 255" },
        { "bytes: 99999999999999999999", SearchCodes.OutOfRange, "8+20", "9223372036854775807" },
        { "bytes: 10000000000000000k", SearchCodes.OutOfRange, "8+18", "9223372036854775807" },
        { "bytes: -5", SearchCodes.OutOfRange, "8+2", "from 0" },
        { "dstport: htps", SearchCodes.UnknownName, "10+4", "https" },
        { "protocol: tpc", SearchCodes.UnknownName, "11+3", "the nearest is TCP" },
        { "action: drop", SearchCodes.UnknownName, "9+4", "one of ACCEPT, REJECT" },
        { "direction: x*", SearchCodes.UnknownName, "12+2", "one of in, out" },
        { "tcp-flags: syn+foo", SearchCodes.UnknownName, "12+7", "'foo' is no TCP flag; there are fin, syn" },
        { "bytes: many", SearchCodes.NumberExpected, "8+4", "bytes, which takes a number" },
        { "bytes: 1.5", SearchCodes.NumberExpected, "8+3", "no whole number" },
        { "bytes > ten", SearchCodes.NumberExpected, "9+3", "'ten'" },
        { "dstport: 8k", SearchCodes.UnknownName, "10+2", "dstport" },
        { "start > yesterday", SearchCodes.TimeExpected, "9+9", "Unix seconds" },
        { "start > 2026-13-01T00:00:00Z", SearchCodes.TimeExpected, "9+20", "Unix seconds" },
        { "region > 5", SearchCodes.NotComparable, "8+1", "'>' compares numbers, and region holds text" },
        { "srcaddr in [10.0.0.1 10.0.0.9]", SearchCodes.NotComparable, "13+8", "srcaddr holds addresses" },
        { "bytes in [5 1]", SearchCodes.InvalidRange, "11+1", "the lesser bound comes first" },
        { "bytes in [5]", SearchCodes.InvalidRange, "10+3", "two bounds" },
        { "bytes in (1 2 3)", SearchCodes.InvalidRange, "10+7", "commas" },
        { "bytes in ()", SearchCodes.InvalidRange, "10+2", "not 0" },
        { "bytes in [1 5", SearchCodes.UnclosedParenthesis, "10+1", "'['" },
        { "bytes in [1 : 5]", SearchCodes.UnexpectedText, "13+1", "':'" },
        { "*foo", SearchCodes.InvalidWildcard, "1+4", "begins with a wildcard" },
        { "eni-id: ?ni", SearchCodes.InvalidWildcard, "9+3", "begins with a wildcard" },
        { "dstport: 4*x", SearchCodes.InvalidWildcard, "10+3", "letters that no number has" },
        { $"{new string('a', 64)}*", SearchCodes.InvalidWildcard, "1+65", "at most 64" },
        { "\"\"", SearchCodes.EmptyText, "1+2", "nothing between the quotes" },
        { "a 'b", SearchCodes.UnclosedQuote, "3+1", "not closed" },
        { "(a or b", SearchCodes.UnclosedParenthesis, "1+1", "not closed" },
        { "a or b)", SearchCodes.UnexpectedText, "7+1", "no parenthesis is open" },
        { "()", SearchCodes.ConditionExpected, "2+1", "Found ')' where a condition" },
        { "a and", SearchCodes.ConditionExpected, "6+0", "Found the end of the search" },
        { "or a", SearchCodes.ConditionExpected, "1+2", "Found 'or'" },
        { "a or or b", SearchCodes.ConditionExpected, "6+2", "Found 'or'" },
        { "a and and b", SearchCodes.ConditionExpected, "7+3", "Found 'and'" },
        { "not", SearchCodes.ConditionExpected, "4+0", "the end" },
        { "srcaddr:", SearchCodes.ValueExpected, "9+0", "a value of srcaddr" },
        { "bytes >", SearchCodes.ValueExpected, "8+0", "a value of bytes behind '>'" },
        { "dstport: and a", SearchCodes.ValueExpected, "10+3", "Found 'and'" },
        { "dstport: not 5", SearchCodes.UnexpectedText, "10+3", "in quotes it is a word" },
        { "dstport: 80, 443", SearchCodes.UnexpectedText, "12+1", "in (80, 443)" },
        { "a | b", SearchCodes.UnexpectedText, "3+1", "'|'" },
        { ": a", SearchCodes.UnexpectedText, "1+1", "':'" },
        { "[1 5]", SearchCodes.UnexpectedText, "1+1", "'['" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AProblem_HasItsPlaceAndSaysWhatIsWrong(string search, string code, string place, string message)
    {
        var problem = Found.Problems(search)[0];

        Assert.Equal((code, 1, place), (problem.Code, problem.Line, $"{problem.Column}+{problem.Length}"));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblems_AreToldInTheirOrder()
    {
        var problems = Found.Problems("srcadr: 1 and (dstport: 70000\n  or bytes > many) and colour: red and *x");

        Assert.Equal(
            [("UnknownField", 1, 1), ("OutOfRange", 1, 25), ("NumberExpected", 2, 14), ("UnknownField", 2, 24), ("InvalidWildcard", 2, 40)],
            problems.Select(problem => (problem.Code, problem.Line, problem.Column)));
    }

    [Fact]
    public void BothSides_HaveAProblemOnce() => Assert.Single(Found.Problems("host: 5"));

    [Fact]
    public void AThousandProblems_AreCutToTheFirst()
    {
        var problems = Found.Problems(string.Join(' ', Enumerable.Repeat("nobody: 5", 400)));

        Assert.Equal(SearchParser.MostProblems, problems.Count);
        Assert.Equal(1, problems[0].Column);
    }

    [Theory]
    [InlineData(SearchCodes.TooLong, 16_385, "a")]
    [InlineData(SearchCodes.TooManyConditions, 501, "a ")]
    [InlineData(SearchCodes.TooManyConditions, 501, "not a or ")]
    [InlineData(SearchCodes.TooDeep, 65, "(")]
    [InlineData(SearchCodes.TooDeep, 65, "not ")]
    [InlineData(SearchCodes.TooDeep, 33, "not (")]
    [InlineData(SearchCodes.TooDeep, 16_000, "(")]
    public void Bounds_AreHeld(string code, int times, string part) =>
        Assert.Equal(code, Assert.Single(Found.Problems(string.Concat(Enumerable.Repeat(part, times)))).Code);

    [Fact]
    public void WhatIsWithinTheBounds_IsRead()
    {
        Assert.Empty(Found.Problems($"{new string('(', 64)}a{new string(')', 64)}"));
        Assert.Empty(Found.Problems(string.Join(' ', Enumerable.Repeat("a", 500))));
        Assert.Empty(Found.Problems(new string('a', 16_384)));
        Assert.Empty(Found.Problems($"dstport in ({string.Join(',', Enumerable.Range(0, 500))})"));
        Assert.Empty(Found.Problems($"{new string('a', 63)}*"));
    }
}
