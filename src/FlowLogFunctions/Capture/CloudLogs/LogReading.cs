using FlowLog.Flows;
using FlowLog.Imports;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>Reads one part of a foreign flow log, flow by flow.</summary>
/// <param name="earliest">Unix seconds; flows before cannot be of this log.</param>
/// <param name="latest">Unix seconds; flows after cannot be of this log.</param>
/// <param name="gaps">Times whose flows are not logged.</param>
/// <param name="take">What to do with a flow.</param>
internal sealed class LogReading(LogPart part, long earliest, long latest, IReadOnlyList<Gap> gaps, Action<ImportedFlow> take)
{
    private const string ImpossibleTime = "ImpossibleTime";

    private long _impossible;

    /// <summary>Tuples or lines of the part.</summary>
    public long Tuples { get; private set; }

    /// <summary>What of the part is missing in the records.</summary>
    public IReadOnlyList<string> Losses { get; private set; } = [];

    /// <summary>Tuples or lines of the part that make no flow, by reason.</summary>
    public IReadOnlyDictionary<string, long> Skipped { get; private set; } = new Dictionary<string, long>();

    public async Task RunAsync(Stream stream, CancellationToken cancellation)
    {
        var reader = await FlowImportReader.OpenAsync(stream, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            // Whatever the buffer holds is taken without waiting.
            do
            {
                if (reader.Tuples > part.PassOver)
                    Take(reader.Current);
            }
            while (reader.TryRead());
        }

        Tuples = reader.Tuples;
        Losses = [.. LossesOf(reader)];
        Skipped = new Dictionary<string, long>(reader.Skipped.Select(skipped => KeyValuePair.Create(skipped.Key.ToString(), skipped.Value))) { [ImpossibleTime] = _impossible };
    }

    private void Take(in ImportedFlow flow)
    {
        var time = UnixTime.Seconds(flow.FirstNanoseconds);
        if (time < earliest || time > latest)
            _impossible++;
        else if (!gaps.Any(gap => gap.Contains(time)))
            take(flow);
    }

    private IEnumerable<string> LossesOf(FlowImportReader reader)
    {
        if (part is { IsAnew: true, ToBlock: not null })
            yield return FormattableString.Invariant($"written anew; its first {part.PassOver} tuples had been read and are passed over");
        if (reader.Damage is { } damage)
            yield return FormattableString.Invariant($"{damage.Reason} at byte {part.From + damage.Offset}: {damage.Message}");
        foreach (var (problem, count) in reader.Skipped)
            yield return FormattableString.Invariant($"{count} tuples cannot be read ({problem})");
        if (_impossible > 0)
            yield return FormattableString.Invariant($"{_impossible} flows cannot be read ({ImpossibleTime})");
    }
}
