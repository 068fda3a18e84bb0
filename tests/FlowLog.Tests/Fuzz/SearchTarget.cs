using System.Text;
using FlowLog.Query.Search;
using FlowLog.Scan;

namespace FlowLog.Tests.Fuzz;

/// <summary>Searches as nobody would write them: what is not read is a problem at a place of the text.</summary>
internal sealed class SearchTarget : FuzzTarget
{
    private static readonly byte[][] Valid = [.. new[]
    {
        "eni-id: eni-web and (action: reject or not dstport: https)", "srcaddr: (10.0.0.0/8 and not 10.0.0.*) bytes > 1.5k", "\"eni-id\": 'a\\'b' *",
        "bytes in [1 5] or dstport in (80, 443, dns) tcp-flags: syn,ack", "start >= 2026-01-01T00:00:00Z 2001:db8::/32 fe80:*", "not not ((a)) or \"x y\"",
        "host: * port: 4?3 vm-id: \"\" -", "((((((((a", ")]}|<>!=:,", "\U0001F600 \uFFFD 漢字*",
    }.Select(Encoding.UTF8.GetBytes)];

    public override string Name => "search";

    public override int Inputs => 10_000;

    public override byte[] Make(Mutator mutator) => mutator.Spoilt(Valid);

    public override long AllocationBound(byte[] input) => 400_000 + (20_000L * input.Length);

    public override long Take(byte[] input)
    {
        // Half a surrogate pair comes from callers, not from bytes.
        var text = Encoding.UTF8.GetString(input).Replace('\uFFFD', '\uD800');
        if (SearchParser.TryParse(text, out var predicate, out var problems))
            Assert.NotEmpty(new ScanPlan(predicate, FlowLog.Flows.FlowFields.Start).Columns);
        else
            Assert.NotEmpty(problems);
        var lines = text.Split('\n');
        foreach (var problem in problems)
        {
            Assert.InRange(problem.Line, 1, lines.Length);
            Assert.InRange(problem.Column, 1, lines[problem.Line - 1].Length + 1);
            Assert.InRange(problem.Length, 0, text.Length);
        }

        return 1;
    }
}
