using System.Buffers.Binary;
using FlowLogFunctions.Capture.Interfaces;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

public sealed class BlockFramesTests
{
    private const int BlockHead = 48;
    private const int FrameHead = 96;

    [Fact]
    public void Frames_ComeInOrderWithTheirTimesAndLengths()
    {
        var block = Block([[1, 2, 3], [], [4, 5]]);

        var frames = new BlockFrames(block);
        var found = new List<string>();
        while (frames.TryNext(out var frame))
            found.Add($"{Convert.ToHexString(frame.Data)} {frame.Length} {frame.TimeNanoseconds} {frame.IsOutgoing}");

        Assert.Equal(["010203 1003 7000000000 False", " 1000 7000000001 True", "0405 1002 7000000002 False"], found);
        Assert.Equal(9_000_000_005, frames.LastNanoseconds);
    }

    [Fact]
    public void DamagedBlock_IsReadOrRefused_NeverReadBeyond()
    {
        var dice = new Random(11);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var block = Block([new byte[20], new byte[60], new byte[7]]);
            for (var hit = 0; hit < 3; hit++)
                block[dice.Next(block.Length)] = (byte)dice.Next(256);
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(12), (uint)dice.Next(6));
            try
            {
                var frames = new BlockFrames(block.AsSpan(0, dice.Next(2) == 0 ? block.Length : dice.Next(block.Length)));
                while (frames.TryNext(out var frame))
                    read += frame.Data.Length;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(read > 0 && refused > 1000);
    }

    /// <summary>A block as the kernel of a little-endian machine writes it.</summary>
    private static byte[] Block(byte[][] frames)
    {
        var bytes = new byte[BlockHead + frames.Sum(frame => FrameHead + frame.Length)];
        Write(bytes, 12, frames.Length, BlockHead);
        Write(bytes, 40, 9, 5);
        var at = BlockHead;
        for (var i = 0; i < frames.Length; i++)
        {
            Write(bytes, at, FrameHead + frames[i].Length, 7, i, frames[i].Length, 1000 + frames[i].Length);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 24), FrameHead);
            bytes[at + 58] = (byte)(i == 1 ? 4 : 0);
            frames[i].CopyTo(bytes, at + FrameHead);
            at += FrameHead + frames[i].Length;
        }

        return bytes;
    }

    private static void Write(byte[] bytes, int at, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), number);
            at += 4;
        }
    }
}
