using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Ledger;

/// <summary>What a batch says beside its rows: which step it is a part of, and how each window of its rows was observed.</summary>
public sealed record BatchStatement
{
    private const int Hour = 3600;

    public required string BatchId { get; init; }

    public required string EniId { get; init; }

    /// <summary>Its <see cref="BatchStep.CoveredSince"/> is the Logstore's own: since when the Logstore should have everything of the ENI.</summary>
    public required BatchStep Step { get; init; }

    /// <summary>By time, each instant once.</summary>
    public required IReadOnlyList<StatedTime> Windows { get; init; }

    /// <summary>The flow logs that it was delivered for; in the hour of the step only, so that nothing is added up twice.</summary>
    public IReadOnlyList<FlowLogShare> FlowLogs { get; init; } = [];

    /// <summary>The hour in which the statement of the step lies, Unix seconds.</summary>
    public long StepHour => CaptureWindow.Floor(Step.From, Hour);

    /// <summary>The hours of which it says something, as their starts; the step's own last.</summary>
    public IReadOnlyList<long> Hours =>
    [
        .. Windows.SelectMany(window => HoursOf(window)).Distinct().Where(hour => hour != StepHour).Order(),
        StepHour,
    ];

    /// <param name="rows">The batch's rows before any flow log's choice; columns start, end, log-status, sampling-rate, skip-reason.</param>
    /// <returns>Null if the batch does not say its step.</returns>
    public static BatchStatement? Of(Batch batch, FlowColumns rows) => batch.Step is not { } step ? null : new()
    {
        BatchId = batch.Id,
        EniId = batch.EniId,
        Step = step,
        Windows = RowWindows.Of(rows, step),
    };

    /// <summary>What it says of one hour.</summary>
    public BatchStatement In(long hour) => this with
    {
        Windows = [.. Windows.Select(window => window.Within(hour, hour + Hour)).Where(window => !window.IsEmpty)],
        FlowLogs = hour == StepHour ? FlowLogs : [],
    };

    private static IEnumerable<long> HoursOf(StatedTime window)
    {
        for (var hour = CaptureWindow.Floor(window.From, Hour); hour < window.Until; hour += Hour)
            yield return hour;
    }
}
