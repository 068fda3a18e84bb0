using FlowLog.Flows;

namespace FlowLog.Benchmarks.Chunks;

/// <summary>
/// Flow records of one hour at 512 ENIs, as columns: the fourteen fields of AWS's default format and direction. Addresses follow
/// Zipf's law, 4,096 local ones and 262,144 remote ones, 12 % IPv6; 14 % of the flows are rejected. The same number makes the same records.
/// </summary>
/// <param name="records">About so many in all.</param>
internal sealed class InventedFlows(int records)
{
    private const int Enis = 512;
    private const int Locals = 4_096;
    private const int Remotes = 262_144;
    private const double LocalExponent = 1.05;
    private const double RemoteExponent = 0.85;

    /// <summary>The hour's start, Unix seconds.</summary>
    public const long Hour = 1_767_225_600;

    private static readonly double AllWeights = Enumerable.Range(0, Enis).Sum(Weight);

    /// <summary>Records of whole ENIs together, as they lie in merged chunks.</summary>
    public IEnumerable<FlowColumns> Merged(int rows)
    {
        for (var eni = 0; eni < Enis;)
        {
            var flows = new List<InventedFlow>(rows);
            for (; eni < Enis && (flows.Count == 0 || flows.Count + Count(eni) <= rows); eni++)
                flows.AddRange(OfEni(eni));
            foreach (var part in flows.Chunk(rows))
                yield return Columns(part);
        }
    }

    /// <summary>Records of one ENI and ten minutes together, as they are ingested; at most so many, and those of idle ENIs left out.</summary>
    public IEnumerable<FlowColumns> Ingested(int rows) =>
        from eni in Enumerable.Range(0, Enis)
        where Count(eni) > rows
        from window in OfEni(eni).GroupBy(flow => (flow.Start - Hour) / 600)
        from part in window.Chunk(rows)
        select Columns(part);

    private int Count(int eni) => (int)Math.Round(records * Weight(eni) / AllWeights);

    private static double Weight(int eni) =>
        Enumerable.Range(0, Locals / Enis).Sum(i => Math.Pow(eni + (i * Enis) + 1, -LocalExponent));

    private IEnumerable<InventedFlow> OfEni(int eni)
    {
        var random = new Random(eni);
        var count = Count(eni);
        for (var i = 0; i < count; i++)
            yield return InventedFlow.Of(random, eni, eni + ((int)Zipf(random, Locals / Enis, LocalExponent) * Enis), Zipf(random, Remotes, RemoteExponent));
    }

    /// <summary>A rank from 0, by the inverse of the distribution's integral.</summary>
    public static uint Zipf(Random random, int ranks, double exponent)
    {
        var power = 1 - exponent;
        return (uint)Math.Min(ranks - 1, Math.Pow((random.NextDouble() * (Math.Pow(ranks + 1, power) - 1)) + 1, 1 / power) - 1);
    }

    private static FlowColumns Columns(InventedFlow[] flows)
    {
        var columns = new FlowColumns(flows.Length);
        columns.Set(FlowFields.Version, Numbers(_ => 1));
        columns.Set(FlowFields.AccountId, Texts(_ => "1234567890123456"));
        columns.Set(FlowFields.EniId, Texts(flow => FormattableString.Invariant($"eni-bp1invent{flow.Eni:D9}")));
        columns.Set(FlowFields.Source, [.. flows.Select(flow => flow.Source)]);
        columns.Set(FlowFields.Destination, [.. flows.Select(flow => flow.Destination)]);
        columns.Set(FlowFields.SourcePort, Numbers(flow => flow.SourcePort));
        columns.Set(FlowFields.DestinationPort, Numbers(flow => flow.DestinationPort));
        columns.Set(FlowFields.Protocol, Numbers(flow => flow.Protocol));
        columns.Set(FlowFields.Packets, Numbers(flow => flow.Packets));
        columns.Set(FlowFields.Bytes, Numbers(flow => flow.Bytes));
        columns.Set(FlowFields.Start, Numbers(flow => flow.Start));
        columns.Set(FlowFields.End, Numbers(flow => flow.End));
        columns.Set(FlowFields.Action, Numbers(flow => (long)flow.Action));
        columns.Set(FlowFields.Direction, Numbers(flow => (long)flow.Direction));
        columns.Set(FlowFields.Status, Numbers(_ => (long)LogStatus.Ok));
        return columns;

        long[] Numbers(Func<InventedFlow, long> of) => [.. flows.Select(of)];

        TextColumn Texts(Func<InventedFlow, string> of)
        {
            var texts = new TextColumn(flows.Length);
            foreach (var flow in flows)
                texts.Add(of(flow));
            return texts;
        }
    }
}
