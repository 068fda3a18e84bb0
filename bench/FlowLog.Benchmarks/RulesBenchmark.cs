using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Traffic;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Benchmarks;

/// <summary>Verdicts of security group rules, without sessions.</summary>
internal static class RulesBenchmark
{
    private const int Flows = 4096;
    private const int Seed = 20260105;
    private static readonly int[] Sizes = [10, 100, 1_000];

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine(FormattableString.Invariant($"{Flows:N0} flows, one thread; a policy is compiled once for each change of the rules."));
        output.WriteLine();
        var verdicts = new Table(["nanoseconds per verdict", .. Figures.Heads, "ratio", "flows that a rule decided"]);
        var compiling = new Table(["microseconds to compile a policy", .. Figures.Heads, "ratio"]);
        (Figures Verdict, Figures Compiling)? first = null;
        foreach (var size in Sizes)
        {
            var invented = new InventedRules(Seed);
            var group = invented.Group(size);
            var policy = Policy(group);
            FiveTuple[] flows = [.. Enumerable.Range(0, Flows).Select(_ => invented.Flow(group))];
            var decided = Decided(policy, flows);
            var verdict = Inverse(await Repeat.RateAsync(command.Time, Flows, () => Require(Decided(policy, flows) == decided), cancellation), 1e9);
            var compiled = Inverse(await Repeat.RateAsync(command.Time, 1, () => Require(Policy(group) != policy), cancellation), 1e6);
            first ??= (verdict, compiled);
            var rules = FormattableString.Invariant($"{size:N0} rules");
            verdicts.Add([rules, .. verdict.Cells, verdict.RatioTo(first.Value.Verdict), FormattableString.Invariant($"{100.0 * decided / Flows:0} %")]);
            compiling.Add([rules, .. compiled.Cells, compiled.RatioTo(first.Value.Compiling)]);
        }

        verdicts.Write(output);
        compiling.Write(output);
    }

    private static AccessPolicy Policy(SecurityGroup group) => new([group], _ => [], []);

    /// <summary>Judges all flows; a default has no version.</summary>
    private static int Decided(AccessPolicy policy, FiveTuple[] flows)
    {
        var decided = 0;
        foreach (ref readonly var flow in flows.AsSpan())
            decided += policy.Judge(flow, Direction.In).RuleVersion > 0 ? 1 : 0;
        return decided;
    }

    private static Figures Inverse(Figures perSecond, double unitsOfASecond) => perSecond.Select(rate => unitsOfASecond / rate);

    /// <summary>Also keeps the runtime from leaving out work whose result nobody takes.</summary>
    private static void Require(bool isSo)
    {
        if (!isSo)
            throw new InvalidOperationException("The same flows got other verdicts.");
    }
}
