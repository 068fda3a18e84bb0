using FlowLog.Query.Sql;

namespace FlowLog.Tests.Query.Sql;

public class SqlTokensTests
{
    [Theory]
    [InlineData("SELECT count(*)", "SELECT", "count", "(", "*", ")")]
    [InlineData("a||b -- rest\n|c", "a", "||", "b", "|", "c")]
    [InlineData("\"eni-id\"='it''s' /* no */ , `x``y`", "eni-id", "=", "it's", ",", "x`y")]
    [InlineData("1 1.5 .5 5. 1e3 1E-3 0xFF 1..2", "1", "1.5", ".5", "5.", "1e3", "1E-3", "0xFF", "1.", ".2")]
    [InlineData("a<=b<>c!=d>=e==f<<g>>h->i->>j", "a", "<=", "b", "<>", "c", "!=", "d", ">=", "e", "==", "f", "<<", "g", ">>", "h", "->", "i", "->>", "j")]
    [InlineData("x'00fF' X'' xx", "x'00fF'", "X''", "xx")]
    [InlineData("ünïcode 漢字 a$b __time__", "ünïcode", "漢字", "a$b", "__time__")]
    [InlineData("ARRAY[a,b]", "ARRAY", "[", "a", ",", "b", "]")]
    [InlineData("''''", "'")]
    [InlineData("")]
    public void Sql_IsTakenToPieces(string sql, params string[] pieces)
    {
        var (tokens, problems) = SqlTokens.Of(sql);
        Assert.Empty(problems);
        Assert.Equal(pieces, tokens.Select(token => token.Text));
    }

    [Theory]
    [InlineData("a 'bc", 2, 3, "UnterminatedText")]
    [InlineData("a \"bc", 2, 3, "UnterminatedName")]
    [InlineData("a `bc''", 2, 5, "UnterminatedName")]
    [InlineData("a /* b", 2, 2, "UnterminatedComment")]
    [InlineData("x'0'", 0, 4, "MalformedBlob")]
    [InlineData("x'zz' a", 0, 5, "MalformedBlob")]
    [InlineData("x'00", 0, 4, "MalformedBlob")]
    [InlineData("x'", 0, 2, "MalformedBlob")]
    [InlineData("1a", 0, 2, "MalformedNumber")]
    [InlineData("0x", 0, 2, "MalformedNumber")]
    [InlineData("1e+ 2", 0, 2, "MalformedNumber")]
    [InlineData("a ? b", 2, 1, "UnexpectedCharacter")]
    [InlineData("a = \u201Cb\u201D", 4, 1, "UnexpectedCharacter")]
    [InlineData("a\0b", 1, 1, "UnexpectedCharacter")]
    [InlineData("a \uD800", 2, 1, "UnexpectedCharacter")]
    [InlineData("a \U0001F600", 2, 2, "UnexpectedCharacter")]
    [InlineData("a ! b", 2, 1, "UnexpectedCharacter")]
    public void WhatHasNoMeaning_IsAProblemAtItsPlace(string sql, int offset, int length, string code)
    {
        var problem = SqlTokens.Of(sql).Problems[0];
        Assert.Equal((offset, length, code), (problem.Offset, problem.Length, problem.Code));
    }

    [Fact]
    public void AnyText_IsReadToItsEnd()
    {
        var random = new Random(7);
        string[] pieces = ["'", "\"", "`", "--", "/*", "*/", "x'", "\n", "0x", "1e", ".", "|", "||", "a", "é", "\uD83D", "\uDE00", "\0", "(", "[", ";", " ", "'a'", "12", "\u00A0", "$", "?"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (tokens, problems) = SqlTokens.Of(text);
            var end = 0;
            foreach (var token in tokens)
            {
                Assert.True(token.Offset >= end && token.Length > 0 && token.End <= text.Length, text);
                end = token.End;
            }

            Assert.All(problems, problem => Assert.True(problem.Offset >= 0 && problem.Length > 0 && problem.Offset + problem.Length <= text.Length, text));
        }
    }
}
