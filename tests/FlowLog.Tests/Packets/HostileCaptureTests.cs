using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class HostileCaptureTests
{
    private static readonly byte[] Frame = PacketBuilder.Ethernet(0x0800, PacketBuilder.Plain());

    public static TheoryData<string, byte[]> Seeds() => new()
    {
        { "pcap", Pcap(false) },
        { "pcap, big-endian", Pcap(true) },
        { "pcapng", PcapNg(false) },
        { "pcapng, big-endian", PcapNg(true) },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedCapture_GivesThePacketsBeforeTheDamage(string name, byte[] whole)
    {
        var ends = await EndsAsync(whole);
        var hostile = new HostileBytes(name.Length);
        for (var count = 0; count < 8000; count++)
        {
            var bytes = hostile.Damaged(whole, out var first);

            var lengths = await LengthsAsync(new MemoryStream(bytes));

            var before = ends.TakeWhile(end => end.Position <= first).ToList();
            Assert.True(lengths.Count >= before.Count, $"{name} {count}");
            Assert.Equal(before.Select(end => end.Length), lengths.Take(before.Count));
            Assert.True(lengths.Count <= bytes.Length / 16, $"{name} {count}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedGzip_EndsWithoutAnException(string name, byte[] whole)
    {
        var gzip = CaptureBuilder.Gzip(whole);
        var hostile = new HostileBytes(name.Length + 100);
        for (var count = 0; count < 1500; count++)
            await LengthsAsync(new MemoryStream(hostile.Damaged(gzip, out _)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedCaptureGoneOnWithAnywhere_EndsWithoutAnException(string name, byte[] whole)
    {
        var hostile = new HostileBytes(name.Length + 200);
        for (var count = 0; count < 1500; count++)
        {
            var bytes = hostile.Damaged(whole, out _);
            var resumeAt = hostile.Random.NextInt64(-5, bytes.Length + 5);
            await LengthsAsync(new MemoryStream(bytes), resumeAt);
            await LengthsAsync(new TrickleStream(bytes, 50), resumeAt);
        }
    }

    [Fact]
    public async Task Noise_EndsWithoutAnException()
    {
        var hostile = new HostileBytes(9);
        byte[][] heads = [[], Pcap(false)[..24], PcapNg(true)[..64], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]];
        for (var count = 0; count < 8000; count++)
            await LengthsAsync(new MemoryStream([.. heads[count % heads.Length], .. hostile.Noise(300)]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LengthsWithoutBytes_TakeNoMemory(bool passedBy)
    {
        var bytes = new CaptureBuilder().Section().Interface()
            .U32(passedBy ? 9u : 6u).U32(16 << 20).Raw(new byte[100]).Bytes();
        await LengthsAsync(new MemoryStream(bytes));
        var before = GC.GetAllocatedBytesForCurrentThread();

        await LengthsAsync(new MemoryStream(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public async Task Reading_AllocatesNothingForAPacket()
    {
        var builder = new CaptureBuilder().Pcap();
        for (var count = 0; count < 100_000; count++)
            builder.Packet(Frame);
        var stream = new MemoryStream(builder.Bytes());
        var reader = await CaptureReader.OpenAsync(stream, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var packets = 0;

        while (await reader.ReadAsync(CancellationToken.None))
            packets++;

        Assert.Equal(100_000, packets);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static byte[] Pcap(bool bigEndian)
    {
        var builder = new CaptureBuilder(bigEndian).Pcap();
        for (var index = 0; index < 12; index++)
            builder.Packet(Frame[..(index * 4)], (uint)index, 7, 60);
        return builder.Bytes();
    }

    private static byte[] PcapNg(bool bigEndian)
    {
        var builder = new CaptureBuilder(bigEndian).Section().Interface(resolution: 9).Interface(offset: 5);
        for (var index = 0; index < 12; index += 3)
        {
            builder.Enhanced(Frame[..(index * 4)], (ulong)index, (uint)index % 2).Simple(Frame).Obsolete(Frame, 3, 1);
            builder.Block(5, body => body.Raw(new byte[20]));
        }

        return builder.Bytes();
    }

    private static async Task<List<(long Position, int Length)>> EndsAsync(byte[] whole)
    {
        var ends = new List<(long, int)>();
        var reader = await CaptureReader.OpenAsync(new MemoryStream(whole), CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
            ends.Add((reader.Position, reader.Current.Data.Length));
        Assert.Equal((12, true), (ends.Count, reader.Damage is null));
        return ends;
    }

    private static async Task<List<int>> LengthsAsync(Stream stream, long resumeAt = 0)
    {
        var lengths = new List<int>();
        var reader = await CaptureReader.OpenAsync(stream, resumeAt, CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
            lengths.Add(reader.Current.Data.Span.Length);
        Assert.InRange(reader.Position, 0, long.MaxValue);
        return lengths;
    }
}
