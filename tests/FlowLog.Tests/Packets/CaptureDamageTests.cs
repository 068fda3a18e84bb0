using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class CaptureDamageTests
{
    private static readonly byte[] Frame = PacketBuilder.Ethernet(0x0800, PacketBuilder.Plain());

    public static TheoryData<string, byte[], int, CaptureDamageReason, long> Damaged()
    {
        var pcap = Pcap().Bytes();
        var ng = Ng().Bytes();
        return new()
        {
            { "nothing", [], 0, CaptureDamageReason.Empty, 0 },
            { "one byte", [0xD4], 0, CaptureDamageReason.NotACapture, 0 },
            { "text", "srcaddr,dstaddr,srcport,dstport\n"u8.ToArray(), 0, CaptureDamageReason.NotACapture, 0 },
            { "magic only", pcap[..4], 0, CaptureDamageReason.Truncated, 0 },
            { "cut file header", pcap[..23], 0, CaptureDamageReason.Truncated, 0 },
            { "version 3", new CaptureBuilder().Pcap(major: 3).Bytes(), 0, CaptureDamageReason.UnknownVersion, 0 },
            { "cut packet header", [.. pcap, 1, 2, 3], 1, CaptureDamageReason.Truncated, pcap.Length },
            { "cut packet", [.. Pcap().Packet(Frame).Bytes()[..^1]], 1, CaptureDamageReason.Truncated, pcap.Length },
            { "too long", Pcap().U32(0).U32(0).U32(262_145).U32(0).Bytes(), 1, CaptureDamageReason.BadLength, pcap.Length },
            { "longest", Pcap().U32(0).U32(0).U32(uint.MaxValue).U32(0).Bytes(), 1, CaptureDamageReason.BadLength, pcap.Length },
            { "cut section", ng[..20], 0, CaptureDamageReason.Truncated, 0 },
            { "no byte order", [.. ng[..8], 0, 0, 0, 0, .. ng[12..]], 0, CaptureDamageReason.NotACapture, 0 },
            { "section version 2", new CaptureBuilder().Section(2).Bytes(), 0, CaptureDamageReason.UnknownVersion, 0 },
            { "block of 0 bytes", Ng().U32(6).U32(0).U32(0).Bytes(), 1, CaptureDamageReason.BadLength, ng.Length },
            { "block of 13 bytes", Ng().U32(9).U32(13).Raw(new byte[50]).Bytes(), 1, CaptureDamageReason.BadLength, ng.Length },
            { "block over 16 MiB", Ng().U32(9).U32((16 << 20) + 4).U32(0).Bytes(), 1, CaptureDamageReason.BadLength, ng.Length },
            { "lengths differ", Ng().U32(6).U32(32).Raw(new byte[20]).U32(36).Bytes(), 1, CaptureDamageReason.LengthsDiffer, ng.Length },
            { "passed by, differ", Ng().U32(9).U32(16).U32(0).U32(20).Bytes(), 1, CaptureDamageReason.LengthsDiffer, ng.Length },
            { "cut block", [.. Ng().Enhanced(Frame).Bytes()[..^1]], 1, CaptureDamageReason.Truncated, ng.Length },
            { "cut, passed by", Ng().U32(9).U32(4000).U32(0).U32(0).Bytes(), 1, CaptureDamageReason.Truncated, ng.Length },
            { "no such interface", Ng().Enhanced(Frame, number: 1).Bytes(), 1, CaptureDamageReason.UnknownInterface, ng.Length },
            { "packet over its block", Ng().Block(6, Overlong).Bytes(), 1, CaptureDamageReason.BadLength, ng.Length },
            { "simple over its block", Ng().Simple(Frame, 4000).Bytes(), 1, CaptureDamageReason.BadLength, ng.Length },
        };
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task DamagedCapture_GivesThePacketsBeforeAndTheReason(
        string name, byte[] bytes, int packets, CaptureDamageReason reason, long offset)
    {
        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.True(packets == frames.Count, name);
        Assert.Equal((reason, offset), (damage?.Reason, damage?.Offset));
    }

    [Fact]
    public async Task DamagedCapture_StaysAtItsEnd()
    {
        var reader = await CaptureReader.OpenAsync(new MemoryStream(Ng().U32(6).Bytes()), CancellationToken.None);
        await Captures.RestAsync(reader);

        Assert.False(await reader.ReadAsync(CancellationToken.None));
        Assert.False(reader.TryRead());
        Assert.Equal(reader.Damage?.Offset, reader.Position);
    }

    [Fact]
    public async Task InterfacesWithoutEnd_AreDamage()
    {
        var builder = new CaptureBuilder().Section();
        for (var count = 0; count <= 65_536; count++)
            builder.Interface();

        var (_, damage) = await Captures.ReadAsync(builder.Bytes());

        Assert.Equal(CaptureDamageReason.TooManyInterfaces, damage?.Reason);
    }

    [Fact]
    public async Task StreamThatFails_Throws()
    {
        var reader = await CaptureReader.OpenAsync(new FailingStream(Pcap().Bytes()), CancellationToken.None);

        Assert.True(await reader.ReadAsync(CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    private static CaptureBuilder Pcap() => new CaptureBuilder().Pcap().Packet(Frame);

    private static CaptureBuilder Ng() => new CaptureBuilder().Section().Interface().Enhanced(Frame);

    private static void Overlong(CaptureBuilder body) => body.U32(0).U32(0).U32(0).U32(5).U32(5).Raw(new byte[4]);

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("the disk is gone");
    }
}
