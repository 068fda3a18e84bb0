using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class PcapNgTests
{
    private static readonly byte[] Frame = PacketBuilder.Ethernet(0x0800, PacketBuilder.Plain());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPacketBlock_IsReadInEitherByteOrder(bool bigEndian)
    {
        var bytes = new CaptureBuilder(bigEndian).Section().Interface()
            .Enhanced(Frame, 1_700_000_000_000_001, original: 1500).Obsolete(Frame, 1_700_000_000_000_002).Simple(Frame).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.All(frames, frame => Assert.Equal(Frame, frame.Data.ToArray()));
        Assert.Equal([1500, Frame.Length, Frame.Length], frames.Select(frame => frame.OriginalLength));
        Assert.Equal(
            [1_700_000_000_000_001_000, 1_700_000_000_000_002_000, 0], frames.Select(frame => frame.TimeNanoseconds));
    }

    [Theory]
    [InlineData(null, null, 5_000_000UL, 5_000_000_000)]
    [InlineData(9, null, 5_000_000_001UL, 5_000_000_001)]
    [InlineData(0, null, 5UL, 5_000_000_000)]
    [InlineData(12, null, 5_000_000_001_999UL, 5_000_000_001)]
    [InlineData(0x8A, null, 1536UL, 1_500_000_000)]
    [InlineData(0x80, null, 7UL, 7_000_000_000)]
    [InlineData(0xFF, null, ulong.MaxValue, 0)]
    [InlineData(0x7F, null, ulong.MaxValue, 0)]
    [InlineData(0, null, ulong.MaxValue, long.MaxValue)]
    [InlineData(null, 100L, 5_000_000UL, 105_000_000_000)]
    [InlineData(9, -2L, 5_000_000_001UL, 3_000_000_001)]
    [InlineData(9, long.MinValue, 1UL, long.MinValue)]
    public async Task ResolutionAndOffset_GiveNanoseconds(int? resolution, long? offset, ulong ticks, long nanoseconds)
    {
        var bytes = new CaptureBuilder().Section().Interface(resolution: (byte?)resolution, offset: offset)
            .Enhanced(Frame, ticks).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal(nanoseconds, Assert.Single(frames).TimeNanoseconds);
    }

    [Fact]
    public async Task Interfaces_HaveLinkTypesAndUnitsOfTheirOwn()
    {
        var bytes = new CaptureBuilder().Section()
            .Interface(LinkType.Raw, resolution: 9).Interface(LinkType.LinuxCooked, resolution: 3)
            .Enhanced(Frame, 7, 1).Enhanced(Frame, 7, 0).Bytes();

        var (frames, _) = await Captures.ReadAsync(bytes);

        Assert.Equal([LinkType.LinuxCooked, LinkType.Raw], frames.Select(frame => frame.LinkType));
        Assert.Equal([7_000_000, 7], frames.Select(frame => frame.TimeNanoseconds));
    }

    [Fact]
    public async Task Sections_HaveByteOrdersAndInterfacesOfTheirOwn()
    {
        var little = new CaptureBuilder().Section().Interface(LinkType.Raw).Enhanced(Frame).Bytes();
        var big = new CaptureBuilder(true).Section().Interface().Enhanced(Frame).Enhanced(Frame, number: 1).Bytes();

        var (frames, damage) = await Captures.ReadAsync([.. little, .. big]);

        Assert.Equal([LinkType.Raw, LinkType.Ethernet], frames.Select(frame => frame.LinkType));
        Assert.Equal(CaptureDamageReason.UnknownInterface, damage?.Reason);
    }

    [Fact]
    public async Task UnknownBlocks_AreLeftOut()
    {
        var bytes = new CaptureBuilder().Section().Block(0xBAD, body => body.Raw(new byte[400_000])).Interface()
            .Block(5, body => body.Raw(new byte[20])).Enhanced(Frame).Block(0x80000001, _ => { }).Enhanced(Frame).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);
        var trickle = await CaptureReader.OpenAsync(new TrickleStream(bytes, 999), CancellationToken.None);

        Assert.Null(damage);
        Assert.Equal(2, frames.Count);
        Assert.Equal(2, (await Captures.RestAsync(trickle)).Count);
    }

    [Fact]
    public async Task SimplePacket_IsCutToTheFirstInterfacesSnapLength()
    {
        var bytes = new CaptureBuilder().Section().Interface(snapLength: 20).Simple(Frame[..20], 60).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal((20, 60), (frames[0].Data.Length, frames[0].OriginalLength));
    }

    [Fact]
    public async Task LargeBlocks_AreReadWhole()
    {
        var large = new byte[3_000_000];
        large[^1] = 7;
        var bytes = new CaptureBuilder().Section().Interface().Enhanced(large).Enhanced(Frame).Bytes();

        var (frames, damage) = await Captures.ReadAsync(bytes);

        Assert.Null(damage);
        Assert.Equal(large, frames[0].Data.ToArray());
        Assert.Equal(Frame, frames[1].Data.ToArray());
    }
}
