using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

/// <summary>What was compressed before the damage counts, to the last packet.</summary>
public sealed class DamagedGzipTests
{
    private const int Packets = 3_000;

    private static readonly byte[] Whole = Capture(compressible: true);

    public static TheoryData<string, int> Trailers() => new()
    {
        { "checksum", 8 },
        { "last byte of the checksum", 5 },
        { "length", 4 },
        { "last byte", 1 },
    };

    [Theory]
    [MemberData(nameof(Trailers))]
    public async Task DamagedTrailer_LosesNoPacket(string name, int fromEnd)
    {
        foreach (var whole in new[] { Whole, Capture(compressible: false), Whole[..(24 + 16 + 60)] })
        {
            var gzip = CaptureBuilder.Gzip(whole);
            gzip[^fromEnd] ^= 0x10;

            var (frames, damage) = await Captures.ReadAsync(gzip);

            Assert.True(frames.Count == (whole.Length - 24) / 76, $"{name}: {frames.Count}");
            Assert.Equal(new CaptureDamage(CaptureDamageReason.BadCompression, whole.Length, damage!.Message), damage);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task CutTrailer_LosesNoPacket(int missing)
    {
        var (frames, _) = await Captures.ReadAsync(CaptureBuilder.Gzip(Whole)[..^missing]);

        Assert.Equal(Packets, frames.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DamagedTrailerOfAMember_LosesNoPacketOfItAndOfThoseBefore(int damaged)
    {
        byte[][] parts = [Whole[..70_000], Whole[70_000..150_000], Whole[150_000..]];
        var members = parts.Select(part => CaptureBuilder.Gzip(part)).ToArray();
        members[damaged][^6] ^= 1;
        var known = parts.Take(damaged + 1).Sum(part => part.Length);

        var (frames, damage) = await Captures.ReadAsync([.. members.SelectMany(member => member)]);

        Assert.Equal((known - 24) / 76, frames.Count);
        Assert.Equal(CaptureDamageReason.BadCompression, damage?.Reason);
    }

    [Fact]
    public async Task DamageWithinTheBytes_LosesLittleBeforeIt()
    {
        var whole = Capture(compressible: false);
        var gzip = CaptureBuilder.Gzip(whole);
        gzip.AsSpan(gzip.Length / 2).Fill(0xFF);

        var (frames, damage) = await Captures.ReadAsync(gzip);

        Assert.InRange(frames.Count, (Packets / 2) - 100, Packets);
        Assert.NotNull(damage);
    }

    [Fact]
    public async Task StreamThatCannotSeek_EndsAtTheDamage()
    {
        var gzip = CaptureBuilder.Gzip(Whole);
        gzip[^6] ^= 1;
        var reader = await CaptureReader.OpenAsync(new TrickleStream(gzip, 1_000), CancellationToken.None);
        var packets = 0;

        while (await reader.ReadAsync(CancellationToken.None))
            packets++;

        Assert.InRange(packets, 1, Packets);
        Assert.Equal(CaptureDamageReason.BadCompression, reader.Damage?.Reason);
    }

    private static byte[] Capture(bool compressible)
    {
        var builder = new CaptureBuilder().Pcap();
        var random = new Random(5);
        var frame = new byte[60];
        for (var count = 0; count < Packets; count++)
        {
            if (!compressible)
                random.NextBytes(frame);
            builder.Packet(frame, (uint)count);
        }

        return builder.Bytes();
    }
}
