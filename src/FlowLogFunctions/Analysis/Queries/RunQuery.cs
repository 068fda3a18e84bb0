using FlowLog.Sql;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>A query's answer: what its SQL tells of the records that its search finds, or the first of those records.</summary>
internal sealed class RunQuery(AnalyseLogstore analyse, IOptions<AnalysisOptions> options, TimeProvider time)
{
    public async Task<Outcome<TableAnswer>> RunAsync(Caller caller, string project, string logstore, QueryRequest request, CancellationToken cancellation)
    {
        var query = request.Query!;
        var isVectorised = true;
        var outcome = await analyse.RunAsync(caller, project, logstore, request.Range, async (scope, stop) =>
        {
            if (query.Sql is null)
                return await new FirstRecords(scope, query.Search, request.Limit).FindAsync(stop);
            var answer = await FlowQueries.RunAsync(query, scope.Within, scope.Table, options.Value.LimitsOfSql(time), stop);
            isVectorised = answer.IsVectorised;
            return (answer.Table, answer.Counts);
        }, cancellation);
        return outcome.Is(out var found, out var refusal)
            ? new TableAnswer(request.Range, found.Value, found.Statistics, found.Completeness) { IsVectorised = isVectorised }
            : refusal;
    }
}
