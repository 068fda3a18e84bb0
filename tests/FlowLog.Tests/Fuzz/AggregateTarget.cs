using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Reports;
using FlowLog.Tests.Reports;

namespace FlowLog.Tests.Fuzz;

/// <summary>Parts of aggregates. An input is the part's number and its bytes.</summary>
internal sealed class AggregateTarget : FuzzTarget
{
    private static readonly AggregatePart[] Parts = Enum.GetValues<AggregatePart>();

    private readonly byte[][] _valid = [.. Enumerable.Range(1, 8).SelectMany(Encoded)];

    public override string Name => "aggregate";

    public override int Inputs => 15_000;

    public override byte[] Make(Mutator mutator) => mutator.Spoilt(_valid, 1);

    public override long AllocationBound(byte[] input) => 500_000 + (1200L * input.Length);

    public override long Take(byte[] input)
    {
        if (input.Length == 0)
            return 0;
        var part = Parts[input[0] % Parts.Length];
        try
        {
            var aggregate = AggregateCodec.Decode([new(part, input.AsMemory(1))]);
            aggregate.Trim();
            Assert.True(AggregateCodec.Encode(aggregate, part).Length > 0);
        }
        catch (ChunkFormatException)
        {
            // What bad bytes are to give.
        }

        return 1;
    }

    private static IEnumerable<byte[]> Encoded(int seed)
    {
        var aggregate = Aggregate.Of(FlowColumns.Of(SomeFlows.Random(seed, seed * seed * 10)));
        return Parts.Select((part, i) => (byte[])[(byte)i, .. AggregateCodec.Encode(aggregate, part)]);
    }
}
