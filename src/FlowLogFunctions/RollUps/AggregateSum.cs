using FlowLog.Reports;

namespace FlowLogFunctions.RollUps;

/// <summary>Adds aggregates up in bounded memory: lists are trimmed whenever they have become several times as long as they are to be.</summary>
internal sealed class AggregateSum
{
    private const int Slack = 16;

    private readonly Aggregate _whole = new();
    private int _untrimmed;

    public void Add(Aggregate aggregate)
    {
        _whole.Merge(aggregate);
        TrimSometimes();
    }

    /// <summary>Adds one of which only a part counts, and nobody knows which.</summary>
    public void AddDoubtful(Aggregate aggregate)
    {
        _whole.MergeDoubtful(aggregate);
        TrimSometimes();
    }

    public Aggregate Trimmed()
    {
        _whole.Trim();
        return _whole;
    }

    private void TrimSometimes()
    {
        if (++_untrimmed < Slack || _whole.LongestList < Slack * AggregateSize.Period.Keys)
            return;
        _whole.Trim();
        _untrimmed = 0;
    }
}
