using FlowLog.Query.Grouping;
using FlowLog.Tests.Query.Grouping;

namespace FlowLog.Tests.Query.Sql;

public class RandomStatementTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Plans_AnswerAsRecordByRecord(int seed)
    {
        for (var round = 0; round < 25; round++)
        {
            var random = new Random((seed * 1_000) + round);
            var records = TrafficRows.Of(random.Next(), random.Next(1, 400));
            var statement = new SomeStatements(random, records).Next();
            var plan = PlanText.Plan(statement.Sql);
            Assert.True(plan is not null, $"No plan: {statement}");

            var groups = await GroupRun.RunAsync(plan.Query, ChunkTable.Of(records, random.Next(1, 200)), 1, default);

            SameAnswer.Assert(statement, statement.Answer(), plan.Show(groups.Table));
        }
    }
}
