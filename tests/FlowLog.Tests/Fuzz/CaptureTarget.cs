using FlowLog.Packets;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Fuzz;

/// <summary>Capture files, read from the start, in pieces, and from the middle, and their packets made to flows.</summary>
internal sealed class CaptureTarget(string name, bool isPcapNg, bool isCompressed) : FuzzTarget
{
    private const int BufferSize = 512 * 1024;
    private const int MaxBlock = 16 * 1024 * 1024;

    private readonly byte[][] _valid = [.. Enumerable.Range(1, 40).Select(seed => Valid(new Mutator(seed), isPcapNg))];

    public override string Name => name;

    public override int Inputs => 1_500;

    public override byte[] Make(Mutator mutator)
    {
        // Sound files of unsound packets reach what lies behind the file's format.
        var bytes = mutator.OneIn(3) ? Valid(mutator, isPcapNg) : mutator.Spoilt(_valid, 1);
        if (!isCompressed)
            return bytes;
        var cut = mutator.Random.Next(bytes.Length + 1);
        var gzip = mutator.OneIn(4) ? CaptureBuilder.Gzip(bytes[..cut], bytes[cut..]) : CaptureBuilder.Gzip(bytes);
        return mutator.OneIn(2) ? mutator.Spoilt([gzip], 1) : gzip;
    }

    /// <summary>Three readings; a compressed block may grow to the largest while its bytes do come.</summary>
    public override long AllocationBound(byte[] input) => 3L * ((isCompressed ? 2 * MaxBlock : 0) + (4 * BufferSize) + (24 * input.Length));

    public override long Take(byte[] input)
    {
        var check = new FlowCheck(60);
        var (packets, positions) = Read(new MemoryStream(input), 0, check, input.Length);
        check.Finish();
        var pieces = Read(new TrickleStream(input, 1 + (input.Length / 7)), 0, null, input.Length);
        Assert.True(pieces.Packets == packets || isCompressed, $"{packets} packets at once, {pieces.Packets} in pieces");
        if (positions.Count > 0)
        {
            var middle = positions.Count / 2;
            var rest = Read(new MemoryStream(input), positions[middle], null, input.Length);
            Assert.Equal(packets - middle - 1, rest.Packets);
        }

        return packets;
    }

    private (int Packets, List<long> Positions) Read(Stream stream, long resumeAt, FlowCheck? check, int length)
    {
        var reader = CaptureReader.OpenAsync(stream, resumeAt, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var positions = new List<long>();
        while (reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            var frame = reader.Current;
            Assert.True(frame.OriginalLength >= frame.Data.Length, "longer than it was");
            check?.Add(frame.Data.Span, frame.OriginalLength, frame.LinkType, frame.TimeNanoseconds);
            positions.Add(reader.Position);
            Assert.True(isCompressed || positions.Count <= length / 12, "more packets than can be");
        }

        Assert.True(reader.Position >= 0, "a position before the start");
        return (positions.Count, positions);
    }

    private static byte[] Valid(Mutator mutator, bool isPcapNg)
    {
        var linkType = mutator.OneIn(2) ? LinkType.Ethernet : mutator.Pick(SomeFrames.LinkTypes);
        var builder = new CaptureBuilder(mutator.OneIn(3));
        if (isPcapNg)
            builder.Section().Interface(linkType, resolution: (byte)mutator.Random.Next(130)).Interface(offset: mutator.Random.NextInt64(-5, 1L << 40));
        else
            builder.Pcap(linkType, mutator.OneIn(3) ? 0xA1B23C4D : 0xA1B2C3D4);
        for (var left = mutator.Random.Next(2, 120); left > 0; left--)
            Add(builder, mutator.OneIn(2) ? mutator.Pick(SomeFrames.ByLinkType[linkType]) : mutator.Spoilt(SomeFrames.ByLinkType[linkType]), mutator, isPcapNg);
        return builder.Bytes();
    }

    private static void Add(CaptureBuilder builder, byte[] frame, Mutator mutator, bool isPcapNg)
    {
        frame = frame.Length > 2_000 ? frame[..2_000] : frame;
        var original = frame.Length + mutator.Random.Next(20);
        var time = (ulong)mutator.Random.NextInt64(1L << mutator.Random.Next(1, 63));
        if (!isPcapNg)
        {
            builder.Packet(frame, (uint)time, (uint)mutator.Random.Next(), original);
            return;
        }

        switch (mutator.Random.Next(8))
        {
            case 0: builder.Simple(frame); break;
            case 1: builder.Obsolete(frame, time); break;
            case 2: builder.Block(5, body => body.Raw(new byte[20])); break;
            default: builder.Enhanced(frame, time, (uint)mutator.Random.Next(2), original); break;
        }
    }
}
