using FlowLog.Chunks;
using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

public class StatementCodecTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void Statements_ComeBack(int count)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var statements = SomeStatements.Random(seed, count);

            var decoded = StatementCodec.Decode(StatementCodec.Encode(statements));

            Assert.Equal(statements.Select(Text), decoded.Select(Text));
        }
    }

    [Fact]
    public void EveryFlippedBitAndTruncation_IsRefused()
    {
        var bytes = StatementCodec.Encode(SomeStatements.Random(seed: 7, count: 6));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit >> 3] ^= (byte)(1 << (bit & 7));
            Assert.Throws<ChunkFormatException>(() => StatementCodec.Decode(flipped));
        }

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<ChunkFormatException>(() => StatementCodec.Decode(bytes.AsSpan(0, length)));
        Assert.Throws<ChunkFormatException>(() => StatementCodec.Decode([.. bytes, 0]));
    }

    [Fact]
    public void HostileBytesWithARightChecksum_AreRefusedOrSound()
    {
        var random = new Random(11);
        var valid = Enumerable.Range(1, 20).Select(seed => StatementCodec.Encode(SomeStatements.Random(seed, 5))).ToList();
        var sound = 0;
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = valid[random.Next(valid.Count)][..^Crc32C.Size];
            for (var spoilt = random.Next(1, 4); spoilt > 0; spoilt--)
                bytes[random.Next(1, bytes.Length)] = (byte)random.Next(256);
            sound += IsSound([.. bytes, .. BitConverter.GetBytes(Crc32C.Of(bytes))]) ? 1 : 0;
        }

        Assert.InRange(sound, 1, 49_999);
    }

    [Fact]
    public void OneStatementAndOneBesideOthers_AreShort()
    {
        var one = new BatchStatement
        {
            BatchId = "eni-bp1gb3hnk2zr6o4xd-00000123-0000",
            EniId = "eni-bp1gb3hnk2zr6o4xd",
            Step = new(1_767_225_600, 1_767_225_660, 60, 1_767_000_000, 1_767_225_670, 0, 1, ""),
            Windows = [new(1_767_225_600, 1_767_225_660, MinuteState.Observed)],
            FlowLogs = [new("fl-bp1f6qqhsrc2c7ufh", 4000, 12_345_678, 1_767_225_655)],
        };
        var hour = Enumerable.Range(0, 60).Select(minute => one with { BatchId = $"eni-bp1gb3hnk2zr6o4xd-{123 + minute:D8}-0000" }).ToList();

        Assert.InRange(StatementCodec.Encode([one]).Length, 60, 105);
        Assert.InRange(StatementCodec.Encode(hour).Length / 60, 20, 50);
    }

    private static bool IsSound(byte[] bytes)
    {
        try
        {
            foreach (var statement in StatementCodec.Decode(bytes))
                Assert.All(statement.Windows, window => Assert.InRange(window.Until - window.From, 0, BatchStep.MaxSeconds));
            return true;
        }
        catch (ChunkFormatException)
        {
            return false;
        }
    }

    internal static string Text(BatchStatement statement) =>
        $"{statement with { Windows = [], FlowLogs = [] }} {string.Join(' ', statement.Windows)} {string.Join(' ', statement.FlowLogs)}".Replace("System.Collections.Generic.", "", StringComparison.Ordinal);
}
