using FlowLog.Imports;
using FlowLog.Tests.Imports;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Fuzz;

/// <summary>Flow logs of other clouds, plain and in gzip, read at once and in pieces, and added up.</summary>
internal sealed class ImportTarget : FuzzTarget
{
    private readonly byte[][] _valid = [.. Enumerable.Range(1, 10).SelectMany(seed => new[]
    {
        Logs.Bytes(SomeLogs.Azure(seed, 1 + (seed * 3), isNsg: false)),
        Logs.Bytes(SomeLogs.Azure(seed, 1 + (seed * 3), isNsg: true)),
        Logs.Bytes(SomeLogs.Aws(seed, seed * 20)),
    })];

    public override string Name => "import";

    public override int Inputs => 1_500;

    public override byte[] Make(Mutator mutator)
    {
        var bytes = mutator.Spoilt(_valid);
        if (!mutator.OneIn(4))
            return bytes;
        var gzip = CaptureBuilder.Gzip(bytes);
        return mutator.OneIn(2) ? mutator.Spoilt([gzip], 1) : gzip;
    }

    /// <summary>A text may wait for its key in a buffer that grows, and a gzip stream may hold far more than its bytes.</summary>
    public override long AllocationBound(byte[] input) => (64 << 20) + (200L * input.Length);

    public override long Take(byte[] input)
    {
        var flows = new ImportedFlows(60);
        var whole = Read(new MemoryStream(input), flows.Add);
        var pieces = Read(new TrickleStream(input, 1 + (input.Length / 5)), static (in ImportedFlow _) => { });
        Assert.True(whole == pieces || input is [0x1F, 0x8B, ..], $"{whole} flows at once, {pieces} in pieces");
        Assert.True(flows.Count <= whole);
        foreach (var judged in flows.Drain())
        {
            Assert.True(judged.Flow is { Packets: >= 0, Bytes: >= 0 }, "less than nothing");
            Assert.True(judged.Flow.FirstNanoseconds <= judged.Flow.LastNanoseconds, "ends before it begins");
        }

        return whole;
    }

    private static int Read(Stream stream, AddFlow add)
    {
        var reader = FlowImportReader.OpenAsync(stream, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var flows = 0;
        for (; reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult(); flows++)
            add(reader.Current);
        return flows;
    }

    private delegate void AddFlow(in ImportedFlow flow);
}
