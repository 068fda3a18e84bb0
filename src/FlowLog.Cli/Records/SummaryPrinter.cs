using System.Globalization;
using System.Runtime.InteropServices;
using FlowLog.Cli.Output;
using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Cli.Records;

/// <summary>Adds rows up: what made flows, by verdict and rule, and what made none, by reason.</summary>
internal sealed class SummaryPrinter(TextWriter output, OutputFormat format, FlowMeter meter, FlowRows flows) : IRowSink
{
    private readonly Dictionary<(FlowAction Action, string RuleId), (long Records, long Packets, long Bytes)> _rules = [];
    private (long Records, long Packets, long Bytes) _all;

    public Task PrintAsync(IEnumerable<FlowRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            _all = Sum(_all, row);
            if (row.Verdict.RuleId is { Length: > 0 } rule)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_rules, (row.Verdict.Action, rule), out _);
                sum = Sum(sum, row);
            }
        }

        return Task.CompletedTask;
    }

    public async Task EndAsync(CancellationToken cancellation)
    {
        var lines = Lines().ToList();
        switch (format)
        {
            case OutputFormat.Table:
                Tables.Print(output, [("reason", false), ("records", true), ("packets", true), ("bytes", true)], lines);
                break;
            case OutputFormat.Ndjson:
                foreach (var line in lines)
                    output.Write($$"""{"reason":"{{line[0]}}","records":{{Number(line[1])}},"packets":{{Number(line[2])}},"bytes":{{Number(line[3])}}}{{'\n'}}""");
                break;
            default:
                output.Write("reason,records,packets,bytes\n");
                foreach (var line in lines)
                    output.Write(string.Join(',', line) + "\n");
                break;
        }

        await output.FlushAsync(cancellation);
    }

    private IEnumerable<string[]> Lines()
    {
        var counts = meter.Counts;
        yield return Line("flow", _all);
        foreach (var (rule, sum) in _rules.OrderBy(rule => rule.Key.Action).ThenBy(rule => rule.Key.RuleId, StringComparer.Ordinal))
            yield return Line($"{FlowFields.Action.Names[(int)rule.Action]} {rule.RuleId}", sum);
        foreach (var reason in Enum.GetValues<NotFlow>().Where(reason => reason != NotFlow.None))
            yield return [reason.ToString(), "", Text(counts.NotFlow(reason)), ""];
        yield return ["Multicast", "", Text(flows.MulticastPackets), ""];
        yield return ["OrphanFragment", "", Text(counts.OrphanFragments), ""];
        yield return ["ClosedEarly", Text(meter.Flows.ClosedEarly), "", ""];
    }

    private static string[] Line(string reason, (long Records, long Packets, long Bytes) sum) =>
        [reason, Text(sum.Records), Text(sum.Packets), Text(sum.Bytes)];

    private static (long Records, long Packets, long Bytes) Sum((long Records, long Packets, long Bytes) sum, in FlowRow row) =>
        (sum.Records + 1, sum.Packets + row.Flow.Packets, sum.Bytes + row.Flow.Bytes);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(string text) => text.Length == 0 ? "null" : text;
}
