using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class CaptureResumeTests
{
    public static TheoryData<string> Formats => ["pcap", "pcapng"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task ResumedAtEveryPosition_GivesTheSameRest(string format)
    {
        var bytes = Capture(format);
        var reader = await CaptureReader.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        var positions = new List<long> { reader.Position };
        var all = new List<(long, int, LinkType)>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            all.Add(Facts(reader.Current));
            positions.Add(reader.Position);
        }

        for (var read = 0; read < positions.Count; read++)
        {
            Stream[] streams = [new MemoryStream(bytes), new TrickleStream(bytes, 5000), new MemoryStream(CaptureBuilder.Gzip(bytes))];
            foreach (var stream in streams)
            {
                var second = await CaptureReader.OpenAsync(stream, positions[read], CancellationToken.None);
                Assert.Equal(positions[read], second.Position);
                Assert.Equal(all[read..], (await Captures.RestAsync(second)).Select(Facts));
                Assert.Null(second.Damage);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task GrowingCapture_IsTakenUpWhereItWasCut(string format)
    {
        var bytes = Capture(format);
        for (var cut = 1; cut < bytes.Length; cut += 997)
        {
            var first = await CaptureReader.OpenAsync(new MemoryStream(bytes[..cut]), CancellationToken.None);
            var before = await Captures.RestAsync(first);
            var second = await CaptureReader.OpenAsync(new MemoryStream(bytes), first.Position, CancellationToken.None);
            var after = await Captures.RestAsync(second);

            Assert.Null(second.Damage);
            Assert.Equal(40, before.Count + after.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task PlaceBehindTheEnd_IsDamage(string format)
    {
        var bytes = Capture(format);

        foreach (Stream stream in new Stream[] { new MemoryStream(bytes), new TrickleStream(bytes, 5000) })
        {
            var reader = await CaptureReader.OpenAsync(stream, bytes.Length + 1, CancellationToken.None);
            Assert.Equal(CaptureDamageReason.BadResumePoint, reader.Damage?.Reason);
            Assert.False(await reader.ReadAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task PlaceWithinABlock_IsDamage()
    {
        var reader = await CaptureReader.OpenAsync(new MemoryStream(Capture("pcapng")), 33, CancellationToken.None);

        Assert.Equal(CaptureDamageReason.BadResumePoint, reader.Damage?.Reason);
    }

    private static (long Time, int Length, LinkType LinkType) Facts(CapturedFrame frame) =>
        (frame.TimeNanoseconds, frame.Data.Length, frame.LinkType);

    private static byte[] Capture(string format)
    {
        var builder = new CaptureBuilder();
        if (format == "pcap")
            builder.Pcap();
        for (var index = 0; index < 40; index++)
        {
            var data = new byte[index % 10 == 9 ? 20_000 : index];
            if (format == "pcap")
                builder.Packet(data, (uint)index);
            else
                Append(builder, index, data);
        }

        return builder.Bytes();
    }

    private static void Append(CaptureBuilder builder, int index, byte[] data)
    {
        if (index % 15 == 0)
            builder.Section().Interface((LinkType)index, resolution: 0);
        if (index % 7 == 0)
            builder.Block(99, body => body.Raw(new byte[index * 4]));
        builder.Enhanced(data, (ulong)index);
    }
}
