using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class CompressedCaptureTests
{
    private static readonly byte[] Frame = PacketBuilder.Ethernet(0x0800, PacketBuilder.Plain());

    [Fact]
    public async Task Gzip_IsFoundByContentInEitherFormat()
    {
        var pcap = new CaptureBuilder().Pcap().Packet(Frame).Bytes();
        var ng = new CaptureBuilder(true).Section().Interface().Enhanced(Frame).Bytes();

        foreach (var bytes in new[] { pcap, ng })
        {
            var (frames, damage) = await Captures.ReadAsync(CaptureBuilder.Gzip(bytes));
            Assert.Null(damage);
            Assert.Equal(Frame, Assert.Single(frames).Data.ToArray());
        }
    }

    [Fact]
    public async Task GzipOfSeveralMembers_IsOneCapture()
    {
        var bytes = new CaptureBuilder().Pcap().Packet(Frame).Packet(Frame).Bytes();

        var (frames, damage) = await Captures.ReadAsync(CaptureBuilder.Gzip(bytes[..50], bytes[50..]));

        Assert.Null(damage);
        Assert.Equal(2, frames.Count);
    }

    [Fact]
    public async Task CutGzip_GivesThePacketsBefore()
    {
        var builder = new CaptureBuilder().Pcap();
        var random = new Random(7);
        for (var count = 0; count < 1000; count++)
        {
            var noise = new byte[1000];
            random.NextBytes(noise);
            builder.Packet(noise);
        }

        var gzip = CaptureBuilder.Gzip(builder.Bytes());
        var (frames, damage) = await Captures.ReadAsync(gzip[..(gzip.Length / 2)]);

        Assert.InRange(frames.Count, 400, 500);
        Assert.True(damage?.Reason is CaptureDamageReason.BadCompression or CaptureDamageReason.Truncated);
    }

    [Fact]
    public async Task BrokenGzip_IsBadCompression()
    {
        var gzip = CaptureBuilder.Gzip(new CaptureBuilder().Pcap().Packet(Frame).Bytes());
        gzip.AsSpan(10).Fill(0xFF);

        var (frames, damage) = await Captures.ReadAsync(gzip);

        Assert.Empty(frames);
        Assert.Equal(CaptureDamageReason.BadCompression, damage?.Reason);
    }

    [Fact]
    public async Task GzipOfNothing_IsEmpty()
    {
        var (_, damage) = await Captures.ReadAsync(CaptureBuilder.Gzip([]));

        Assert.Equal(CaptureDamageReason.Empty, damage?.Reason);
    }
}
