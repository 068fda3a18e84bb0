using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class PcapTests
{
    private static readonly byte[] Frame = PacketBuilder.Ethernet(0x0800, PacketBuilder.Plain());

    [Theory]
    [InlineData(0xA1B2C3D4, false, 123_456_000)]
    [InlineData(0xA1B2C3D4, true, 123_456_000)]
    [InlineData(0xA1B23C4D, false, 123_456)]
    [InlineData(0xA1B23C4D, true, 123_456)]
    public async Task EitherUnitAndByteOrder_ReadsTimeLengthsAndBytes(uint magic, bool bigEndian, long nanoseconds)
    {
        var bytes = new CaptureBuilder(bigEndian).Pcap(magic: magic).Packet(Frame, 1_700_000_000, 123_456, 1500).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        var frame = Assert.Single(frames);
        Assert.Null(damage);
        Assert.Equal(1_700_000_000_000_000_000 + nanoseconds, frame.TimeNanoseconds);
        Assert.Equal(1500, frame.OriginalLength);
        Assert.Equal(LinkType.Ethernet, frame.LinkType);
        Assert.Equal(Frame, frame.Data.ToArray());
    }

    [Fact]
    public async Task ModifiedFormat_ReadsOverItsLongerPacketHeader()
    {
        var bytes = new CaptureBuilder().Pcap(magic: 0xA1B2CD34)
            .Packet(Frame, extraHeader: 8).Packet(Frame, extraHeader: 8).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal([Frame, Frame], frames.Select(frame => frame.Data.ToArray()));
    }

    [Fact]
    public async Task SecondsAfter2038_AreNotNegative()
    {
        var (frames, _) = await Captures.ReadAsync(new CaptureBuilder().Pcap().Packet(Frame, uint.MaxValue).Bytes());

        Assert.Equal(uint.MaxValue * 1_000_000_000L, frames[0].TimeNanoseconds);
    }

    [Fact]
    public async Task OldVersion_ReadsLengthsTheOtherWayRound()
    {
        var bytes = new CaptureBuilder().Pcap(minor: 2).U32(0).U32(0).U32(1500).U32((uint)Frame.Length).Raw(Frame).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal(1500, Assert.Single(frames).OriginalLength);
    }

    [Fact]
    public async Task LinkTypeWithCheckSequenceBits_IsTheLinkType()
    {
        var bytes = new CaptureBuilder().Pcap((LinkType)0x14000001).Packet(Frame).Bytes();

        var (frames, _) = await Captures.ReadAsync(bytes);

        Assert.Equal(LinkType.Ethernet, frames[0].LinkType);
    }

    [Fact]
    public async Task OriginalLengthBelowCaptured_IsTheCaptured()
    {
        var (frames, _) = await Captures.ReadAsync(new CaptureBuilder().Pcap().Packet(Frame, original: 3).Bytes());

        Assert.Equal(Frame.Length, frames[0].OriginalLength);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_000)]
    public async Task StreamInPieces_ReadsWhatAWholeOneHolds(int piece)
    {
        var builder = new CaptureBuilder().Pcap();
        for (var index = 0; index < 200; index++)
            builder.Packet(new byte[index * 20], (uint)index);
        var reader = await CaptureReader.OpenAsync(new TrickleStream(builder.Bytes(), piece), CancellationToken.None);

        var frames = await Captures.RestAsync(reader);

        Assert.Null(reader.Damage);
        Assert.Equal(Enumerable.Range(0, 200).Select(index => index * 20), frames.Select(frame => frame.Data.Length));
    }

    [Fact]
    public async Task LargestPackets_FitBesideTheBuffer()
    {
        var largest = new byte[256 * 1024];
        var bytes = new CaptureBuilder().Pcap().Packet(Frame).Packet(largest).Packet(Frame).Packet(largest).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal([Frame.Length, largest.Length, Frame.Length, largest.Length], frames.Select(frame => frame.Data.Length));
    }

    [Fact]
    public async Task TryRead_GivesWhatIsInMemoryAndNoMore()
    {
        var bytes = new CaptureBuilder().Pcap().Packet(Frame).Packet(Frame).Bytes();
        var reader = await CaptureReader.OpenAsync(new MemoryStream(bytes), CancellationToken.None);

        Assert.True(await reader.ReadAsync(CancellationToken.None));
        Assert.True(reader.TryRead());
        Assert.False(reader.TryRead());
        Assert.Null(reader.Damage);
    }
}
