using System.Buffers.Binary;
using System.IO.Compression;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Capture files that are small and say or become something huge: they end as damaged or done, and memory stays as it is.</summary>
[Collection(AttackCollection.Name)]
public sealed class BombAttacks(AttackFixture api)
{
    private const int Megabyte = 1 << 20;

    /// <summary>Loose: other tests run in the same process. A file that is held whole is seen all the same.</summary>
    private const long MostGrowth = 400L << 20;

    public static TheoryData<string> Files => [.. Bombs.Keys];

    private static IReadOnlyDictionary<string, Func<byte[]>> Bombs { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["zeros.pcap.gz"] = () => Gzip([], 1024),
        ["packets-without-bytes.pcap.gz"] = () => Gzip(PcapHead, 64),
        ["zeros-behind-pcapng.gz"] = () => Gzip(PcapNgHead, 1024),
        ["gzip-in-gzip.gz"] = () => Gzip(Gzip([], 64), 0),
        ["packet-of-4-GiB.pcap"] = () => [.. PcapHead, .. Words(1, 1, uint.MaxValue, uint.MaxValue), .. new byte[64]],
        ["packet-of-2-GiB.pcap"] = () => [.. PcapHead, .. Words(1, 1, int.MaxValue, int.MaxValue), .. new byte[64]],
        ["block-of-4-GiB.pcapng"] = () => [.. PcapNgHead, .. Words(6, uint.MaxValue - 3), .. new byte[64]],
        ["block-of-nothing.pcapng"] = () => [.. PcapNgHead, .. Words(6, 0, 0, 0), .. new byte[64]],
        ["section-of-4-GiB.pcapng"] = () => [.. Words(0x0A0D0D0A, 0xFFFFFFFC, 0x1A2B3C4D, 1), .. new byte[64]],
        ["option-beyond-its-block.pcapng"] = () => [.. PcapNgHead, .. Words(1, 24, 1, 65_535, 0xFFFF0001, 24), .. new byte[64]],
        ["many-interfaces.pcapng.gz"] = () => Gzip([.. PcapNgHead, .. Enumerable.Repeat(Words(1, 20, 1, 65_535, 20), 200_000).SelectMany(one => one)], 0),
        ["broken.gz"] = () => Gzip(PcapHead, 16)[..2000],
        ["head-of-gzip.gz"] = () => [0x1F, 0x8B, 8, 0xFF],
    };

    private static byte[] PcapHead => Words(0xA1B2C3D4, 0x00040002, 0, 0, 65_535, 101);

    private static byte[] PcapNgHead => Words(0x0A0D0D0A, 28, 0x1A2B3C4D, 1, uint.MaxValue, uint.MaxValue, 28);

    [Theory, MemberData(nameof(Files))]
    public async Task ABomb_EndsAndTakesNoMemory(string name)
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var (before, answer) = (GC.GetTotalMemory(true), await api.As(stage.Account).SendAsync("PUT", $"/api/enis/{eni}/captures/{name}?shift=now", Bombs[name]()));
        Assert.Equal(200, answer.Status);

        using var watch = new MemoryWatch();
        await stage.CaptureAsync(TimeSpan.FromMinutes(3));
        await stage.IngestAsync();

        var file = (await stage.Account.GetAsync($"api/enis/{eni}/captures")).Items.Single();
        Assert.True(file.GetProperty("status").GetString() is "damaged" or "done", file.ToString());
        Assert.InRange(watch.Most - before, long.MinValue, MostGrowth);
    }

    private static byte[] Gzip(byte[] head, int megabytesOfZeros)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(head);
            var zeros = new byte[Megabyte];
            for (var i = 0; i < megabytesOfZeros; i++)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }

    private static byte[] Words(params uint[] words)
    {
        var bytes = new byte[words.Length * 4];
        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        return bytes;
    }
}
