using System.Buffers.Binary;
using FlowLog.Packets;

namespace FlowLog.Tests.Fuzz;

/// <summary>Frames of every link type. An input is a row of them: link type (2 bytes), length on the wire (4), length (4), bytes.</summary>
internal sealed class PacketTarget : FuzzTarget
{
    private const int HeadLength = 10;

    public override string Name => "packet";

    public override int Inputs => 1_500;

    public override byte[] Make(Mutator mutator)
    {
        var bytes = new MemoryStream();
        Span<byte> head = stackalloc byte[HeadLength];
        for (var left = 200; left > 0; left--)
        {
            var linkType = mutator.Pick(SomeFrames.LinkTypes);
            var frame = mutator.Spoilt(SomeFrames.ByLinkType[linkType]);
            BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)linkType);
            BinaryPrimitives.WriteInt32LittleEndian(head[2..], mutator.OneIn(4) ? mutator.Random.Next() : frame.Length);
            BinaryPrimitives.WriteInt32LittleEndian(head[6..], frame.Length);
            bytes.Write(head);
            bytes.Write(frame);
        }

        return bytes.ToArray();
    }

    public override long AllocationBound(byte[] input) => (4 << 20) + (8L * input.Length);

    public override long Take(byte[] input)
    {
        var check = new FlowCheck(300);
        var frames = 0;
        for (var at = 0; at < input.Length; frames++)
        {
            var linkType = (LinkType)BinaryPrimitives.ReadUInt16LittleEndian(input.AsSpan(at));
            var original = BinaryPrimitives.ReadInt32LittleEndian(input.AsSpan(at + 2));
            var length = BinaryPrimitives.ReadInt32LittleEndian(input.AsSpan(at + 6));
            check.Add(input.AsSpan(at + HeadLength, length), original, linkType, frames * 1_000_000_000L);
            at += HeadLength + length;
        }

        check.Finish();
        return frames;
    }
}
