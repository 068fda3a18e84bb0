using System.Buffers.Binary;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Fuzz;

/// <summary>Messages of the queue, and the chunk within.</summary>
internal sealed class BatchTarget : FuzzTarget
{
    private readonly byte[][] _valid = [.. Batches()];

    public override string Name => "batch";

    public override int Inputs => 15_000;

    /// <summary>Mostly with the header's checksum put right, without which nobody looks further.</summary>
    public override byte[] Make(Mutator mutator)
    {
        var bytes = mutator.Spoilt(_valid, 1);
        return mutator.OneIn(4) ? bytes : WithChecksum(bytes);
    }

    public override long AllocationBound(byte[] input) => 1_000_000 + (64L * input.Length) + (96L * FlowFields.All.Count * 3_000);

    public override long Take(byte[] input)
    {
        try
        {
            var batch = BatchMessage.Decode(input);
            Assert.InRange(batch.Chunk.Rows, 0, ChunkLimits.MaxRows);
            Assert.InRange(batch.Chunk.Size, 0, input.Length);
            // A sound header that says more rows than the examples have must not be decoded here: the bound is on them.
            if (batch.Chunk.Rows <= 3_000)
                ChunkDecoder.Decode(batch.Chunk, FlowFields.All);
        }
        catch (ChunkFormatException)
        {
            // What bad bytes are to give.
        }

        return 1;
    }

    private static byte[] WithChecksum(byte[] bytes)
    {
        try
        {
            BatchMessage.Decode(bytes);
        }
        catch (ChunkFormatException fault) when (fault.Message.Contains("checksum", StringComparison.Ordinal))
        {
            var end = (int)fault.Offset - Crc32C.Size;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Crc32C.Of(bytes.AsSpan(0, end)));
        }
        catch (ChunkFormatException)
        {
            // Wrong before its checksum.
        }

        return bytes;
    }

    private static IEnumerable<byte[]> Batches()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            yield return BatchMessage.Write(new Batch
            {
                Id = $"eni-{seed}-00000001-0000",
                AccountId = "1000000000000001",
                Region = "cn-hangzhou",
                EniId = $"eni-{seed}",
                FlowLogIds = [.. Enumerable.Range(0, seed).Select(i => $"fl-{i}")],
                Step = seed % 3 == 0 ? null : new(1_767_225_600 + seed, 1_767_225_600 + (seed * 60), 60, 1_767_000_000, 1_767_229_200, seed, seed % 2 == 0 ? seed + 1 : 0, ""),
                Trace = seed % 4 == 0 ? null : new(new(0x4bf92f3577b34da6, (ulong)seed), 0x00f067aa0ba902b7, (byte)(seed & 1)),
                Chunk = ChunkEncoder.Encode(seed % 2 == 0 ? SomeRows.OfAServer(seed, seed * 20) : SomeRows.OfAnyShape(seed, seed * 10)),
            });
        }
    }
}
