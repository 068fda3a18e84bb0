using System.Runtime.InteropServices;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>
/// The frames of a block, in order: struct tpacket_block_desc, then for each frame a struct tpacket3_hdr, a struct sockaddr_ll and the
/// frame (linux/if_packet.h).
/// </summary>
internal ref struct BlockFrames
{
    /// <summary>Up to the packet type, the last that is read of what precedes a frame.</summary>
    private const int HeadBytes = 59;

    private const int BlockHeadBytes = 48;
    private const byte Outgoing = 4;
    private const long Second = 1_000_000_000;

    private readonly ReadOnlySpan<byte> _block;
    private uint _left;
    private uint _offset;

    /// <exception cref="InvalidDataException">The block is too short for its own head.</exception>
    public BlockFrames(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockHeadBytes)
            throw new InvalidDataException($"A block of {block.Length} bytes.");
        _block = block;
        _left = Number(block, 12);
        _offset = Number(block, 16);
        LastNanoseconds = (Number(block, 40) * Second) + Number(block, 44);
    }

    /// <summary>The time stamp of the block's last frame; of an empty block the time when it was handed over.</summary>
    public long LastNanoseconds { get; }

    /// <summary>The next frame, valid until the block is released.</summary>
    /// <exception cref="InvalidDataException">The frame does not lie within the block.</exception>
    public bool TryNext(out RingFrame frame)
    {
        frame = default;
        if (_left == 0)
            return false;
        if (_offset > _block.Length - HeadBytes)
            throw new InvalidDataException($"A frame at {_offset} of a block of {_block.Length} bytes.");
        var head = _block[(int)_offset..];
        var (kept, start) = (Number(head, 12), MemoryMarshal.Read<ushort>(head[24..]));
        if (start + (ulong)kept > (ulong)head.Length)
            throw new InvalidDataException($"A frame of {kept} bytes at {_offset + start} of a block of {_block.Length} bytes.");
        frame = new()
        {
            Data = head.Slice(start, (int)kept),
            Length = (int)Math.Min(Number(head, 16), int.MaxValue),
            TimeNanoseconds = (Number(head, 4) * Second) + Number(head, 8),
            IsOutgoing = head[58] == Outgoing,
        };
        _left--;
        _offset += Number(head, 0);
        return true;
    }

    /// <summary>In the machine's byte order, as the kernel of this machine wrote it.</summary>
    private static uint Number(ReadOnlySpan<byte> bytes, int at) => MemoryMarshal.Read<uint>(bytes[at..]);
}
