using FlowLog.Query;
using FlowLog.Scan;

namespace FlowLog.Tests.Query;

public class FlowQueryTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("*", null)]
    [InlineData("* | SELECT 1", "SELECT 1")]
    [InlineData("| select 1", "select 1")]
    [InlineData("*|select a||b, 1|2 from log;", "select a||b, 1|2 from log")]
    [InlineData("SELECT count(*) FROM log", "SELECT count(*) FROM log")]
    [InlineData(" -- all of it\n select 1 -- one\n", "select 1")]
    [InlineData("/* | */ WITH t AS (SELECT 1) SELECT * FROM t ; ;", "WITH t AS (SELECT 1) SELECT * FROM t")]
    [InlineData("SELECT tcp_flags | 2 FROM log", "SELECT tcp_flags | 2 FROM log")]
    [InlineData("SELECT 'a | select b' FROM log", "SELECT 'a | select b' FROM log")]
    [InlineData("* | VALUES (1)", "VALUES (1)")]
    public void SearchAndSql_AreParted(string text, string? sql)
    {
        Assert.True(FlowQuery.TryParse(text, out var query, out var problems), string.Join('\n', problems));
        Assert.Empty(problems);
        Assert.Equal(text, query.Text);
        Assert.Equal(FlowPredicate.All, query.Search);
        Assert.Equal(sql, query.Sql?.Text);
        if (query.Sql is { } statement)
        {
            Assert.Equal(statement.Text, text.Substring(statement.Start, statement.Text.Length));
            Assert.Equal(0, statement.Tokens[0].Offset);
            Assert.Equal(statement.Text.Length, statement.Tokens[^1].End);
        }
    }

    [Theory]
    [InlineData("* |", "EmptyStatement", 1, 4, 0)]
    [InlineData("*\n| ;", "EmptyStatement", 2, 4, 0)]
    [InlineData("* | DELETE FROM log", "NotReadOnly", 1, 5, 6)]
    [InlineData("*\n| PRAGMA x", "NotReadOnly", 2, 3, 6)]
    [InlineData("WITH t AS (SELECT 1) DELETE FROM log", "NotReadOnly", 1, 22, 6)]
    [InlineData("* | select 1; select 2", "SeveralStatements", 1, 15, 6)]
    [InlineData("select 1; drop table log", "SeveralStatements", 1, 11, 4)]
    [InlineData("* | select 'x", "UnterminatedText", 1, 12, 2)]
    [InlineData("select\n  ?", "UnexpectedCharacter", 2, 3, 1)]
    public void WhatIsNotOneStatementThatReads_IsAProblemAtItsPlace(string text, string code, int line, int column, int length)
    {
        Assert.False(FlowQuery.TryParse(text, out var query, out var problems));
        Assert.Null(query);
        var problem = Assert.Single(problems);
        Assert.Equal((code, line, column, length), (problem.Code, problem.Line, problem.Column, problem.Length));
    }

    [Fact]
    public void EveryProblem_IsToldAtOnce()
    {
        Assert.False(FlowQuery.TryParse("* | update ? ; select 'x", out _, out var problems));
        Assert.Equal(["NotReadOnly", "UnexpectedCharacter", "SeveralStatements", "UnterminatedText"], problems.Select(problem => problem.Code));
        Assert.Equal(problems.OrderBy(problem => problem.Column), problems);
    }

    [Theory]
    [InlineData("\"a|b\" | select 1", 6, 8)]
    [InlineData("'a\\'|' and b | select '|'", 13, 15)]
    [InlineData("(\"(\" or b)| select 1", 10, 12)]
    [InlineData("bytes in [1 2) | select 1", 15, 17)]
    [InlineData("select | select 1", 7, 9)]
    public void ABar_IsOneOutsideQuotesAndBrackets(string text, int bar, int sql)
    {
        Assert.Equal('|', text[bar]);
        Assert.True(FlowQuery.TryParse(text, out var query, out var problems), string.Join('\n', problems));
        Assert.Equal(sql, query.Sql?.Start);
    }

    [Fact]
    public void ProblemsOfBothParts_AreTold()
    {
        Assert.False(FlowQuery.TryParse("dstprot: 443\n| delete", out _, out var problems));
        Assert.Equal([("UnknownField", 1, 1), ("NotReadOnly", 2, 3)], problems.Select(problem => (problem.Code, problem.Line, problem.Column)));
    }

    [Theory]
    [InlineData("(dstport: 443 | select 1")]
    [InlineData("\"dstport | select 1")]
    public void ABarThatIsNoneForWantOfASign_IsAProblem(string text)
    {
        Assert.False(FlowQuery.TryParse(text, out _, out var problems));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void ATextThatIsTooLong_IsNotRead()
    {
        var longest = "SELECT " + new string('1', FlowQuery.LongestText - 7);
        Assert.True(FlowQuery.TryParse(longest, out _, out _));
        Assert.False(FlowQuery.TryParse(longest + "1", out _, out var problems));
        Assert.Equal(("QueryTooLong", FlowQuery.LongestText + 1), (problems[0].Code, problems[0].Column));
    }
}
