using FlowLog.Imports;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Imports;

public sealed class HostileImportTests
{
    private const string Tuple = "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0";

    public static TheoryData<string, byte[]> All() => SomeLogs.All();

    [Theory]
    [MemberData(nameof(All))]
    public async Task DamagedLog_GivesTheFlowsBeforeTheDamage(string name, byte[] whole)
    {
        var ends = await EndsAsync(whole);
        var hostile = new HostileBytes(name.Length);
        for (var count = 0; count < 3000; count++)
        {
            var bytes = hostile.Damaged(whole, out var first);
            var head = whole.AsSpan().IndexOf((byte)'\n') + 1;
            if (first < Math.Max(head, 400))
                continue;

            var log = await Logs.ReadAsync(bytes);

            var before = ends.TakeWhile(end => end.Position <= first).Select(end => end.Flow).ToList();
            Assert.True(before.SequenceEqual(log.Flows.Take(before.Count)), $"{name} {count}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task DamagedLogGoneOnWithAnywhere_EndsWithoutAnException(string name, byte[] whole)
    {
        var hostile = new HostileBytes(name.Length + 100);
        for (var count = 0; count < 1000; count++)
        {
            await Logs.ReadAsync(hostile.Damaged(Logs.Gzip(whole), out _));
            var bytes = hostile.Damaged(whole, out _);
            var resumeAt = hostile.Random.NextInt64(-5, bytes.Length + 5);
            await Logs.ReadAsync(new MemoryStream(bytes), resumeAt);
            await Logs.ReadAsync(new TrickleStream(bytes, 50), resumeAt);
        }
    }

    [Theory]
    [InlineData("""{"records":[{"category":"FlowLogFlowEvent","flowTuples":[""")]
    [InlineData("""{"records":[{"category":"FlowLogFlowEvent","flowTuples":[" """)]
    [InlineData("""{"flowLogVersion":""")]
    [InlineData("version srcaddr dstaddr start end\n")]
    [InlineData("")]
    public async Task Noise_EndsWithoutAnException(string head)
    {
        var hostile = new HostileBytes(9);
        for (var count = 0; count < 1500; count++)
        {
            await Logs.ReadAsync([.. Logs.Bytes(head), .. hostile.Noise(300)]);
            var letters = hostile.Noise(300).Select(noise => (byte)"{}[]\",:\\0a \n-"[noise % 13]).ToArray();
            await Logs.ReadAsync([.. Logs.Bytes(head), .. letters]);
        }
    }

    [Fact]
    public async Task DeepNesting_IsDamage()
    {
        var log = await Logs.ReadAsync("""{"flowLogVersion":4,"x":""" + new string('[', 100_000));

        Assert.Equal(ImportDamageReason.TooDeep, log.Reader.Damage?.Reason);
    }

    [Theory]
    [InlineData("\"", (byte)'a', ImportDamageReason.TextTooLong)]
    [InlineData("\"", (byte)'\\', ImportDamageReason.TextTooLong)]
    [InlineData("", (byte)'7', ImportDamageReason.BadJson)]
    [InlineData("\"key\"", (byte)' ', ImportDamageReason.TextTooLong)]
    public async Task EndlessText_IsDamageInBoundedMemory(string start, byte letter, ImportDamageReason reason)
    {
        var endless = new byte[32 << 20];
        Array.Fill(endless, letter);
        byte[] bytes = [.. Logs.Bytes("""{"flowLogVersion":4,"x":{"y":""" + (start == "\"key\"" ? "1," : "") + start), .. endless];
        await Logs.ReadAsync(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var log = await Logs.ReadAsync(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        Assert.Equal(reason, log.Reader.Damage?.Reason);
    }

    /// <summary>Whether the last piece of it is still in memory when the log ends depends on how it is read.</summary>
    [Theory]
    [InlineData(1000)]
    [InlineData(65_537)]
    [InlineData(1 << 20)]
    public async Task LastLineThatIsTooLong_IsSaid_HoweverItIsRead(int atOnce)
    {
        foreach (var length in new[] { 66_000, 100_000, 131_072, 200_000, 262_144, 262_145, 1 << 20, (1 << 20) + 1 })
        {
            byte[] bytes = [.. Logs.Bytes("version srcaddr dstaddr start\n"), .. Enumerable.Repeat((byte)'a', length)];

            var log = await Logs.ReadAsync(new TrickleStream(bytes, atOnce), 0);

            Assert.Equal([(ImportProblem.TooLong, 1L)], log.Reader.Skipped.Select(entry => (entry.Key, entry.Value)));
        }
    }

    [Fact]
    public async Task RuleThatNeverComes_CostsTimeInProportionToTheBytes()
    {
        var groups = string.Join(',', Enumerable.Repeat($$$"""{"flowTuples":["{{{Tuple}}}"]}""", 100_000));
        var text = $$$"""{"records":[{"flowRecords":{"flows":[{"flowGroups":[{{{groups}}}]}]}}]}""";

        var log = await Logs.ReadAsync(text);

        Assert.Equal(100_000, log.Flows.Count);
        Assert.All(log.Flows, flow => Assert.Equal("", flow.RuleId));
    }

    [Fact]
    public async Task RuleTooFarBehind_StaysUnknownAndTheTuplesCount()
    {
        var tuples = string.Join(',', Enumerable.Repeat($"\"{Tuple}\"", 400_000));
        var text = $$$"""{"records":[{"flowRecords":{"flows":[{"flowGroups":[{"flowTuples":[{{{tuples}}}],"rule":"R"}]}]}}]}""";

        var log = await Logs.ReadAsync(text);

        Assert.Equal((400_000, ""), (log.Flows.Count, log.Flows[0].RuleId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_AllocatesNothingForATuple(bool isAzure)
    {
        var text = isAzure
            ? Logs.VNet([.. Enumerable.Repeat(Tuple, 100_000)])
            : "version interface-id srcaddr dstaddr start\n" + string.Concat(Enumerable.Repeat("2 eni-1 fd00::1 fd00::2 1418530010\n", 100_000));
        var reader = await FlowImportReader.OpenAsync(new MemoryStream(Logs.Bytes(text)), CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var flows = 0;

        while (await reader.ReadAsync(CancellationToken.None))
            flows++;

        Assert.Equal(100_000, flows);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    /// <summary>Each flow, and where its tuple ends.</summary>
    private static async Task<List<(long Position, ImportedFlow Flow)>> EndsAsync(byte[] whole)
    {
        var ends = new List<(long Position, ImportedFlow Flow)>();
        var reader = await FlowImportReader.OpenAsync(new MemoryStream(whole), CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            if (ends.Count > 0 && ends[^1].Flow.Flow == reader.Current.Flow.Reversed)
                ends[^1] = (reader.Position, ends[^1].Flow);
            ends.Add((reader.Position, reader.Current));
        }

        return ends;
    }
}
