using FlowLog.Query;

namespace FlowLog.Reports.Charts;

/// <summary>Charts of how many different ones there were.</summary>
internal static class DistinctCharts
{
    public static ReportChart Number(string name, string title, string template, Func<DistinctCounts, DistinctCount> which) =>
        new(name, title, ChartKind.Number, template, [AggregatePart.Distinct], scope =>
        {
            var count = which(scope.Aggregate.Distinct);
            return new(new QueryTable([new(name, QueryType.Integer)], [[count.Estimate()]]))
            {
                StandardError = count.IsExact ? null : DistinctCount.StandardError,
            };
        });
}
