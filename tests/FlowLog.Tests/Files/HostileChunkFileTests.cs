using FlowLog.Chunks;
using FlowLog.Files;
using FlowLog.Flows;
using FlowLog.Tests.Chunks;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Files;

public sealed class HostileChunkFileTests
{
    [Fact]
    public async Task EveryFlippedBit_IsRefused()
    {
        var bytes = await SomeFiles.WriteAsync(Some(1, 20), Some(2, 30));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
            await Assert.ThrowsAsync<ChunkFormatException>(() => DecodeAsync(new MemoryStream(bytes)));
            bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
        }
    }

    [Fact]
    public async Task EveryTruncation_IsRefused()
    {
        var bytes = await SomeFiles.WriteAsync(Some(1, 20), Some(2, 30));
        for (var length = 0; length < bytes.Length; length++)
        {
            await Assert.ThrowsAsync<ChunkFormatException>(() => DecodeAsync(new MemoryStream(bytes, 0, length)));
            await Assert.ThrowsAsync<ChunkFormatException>(
                async () => await ChunkFileIndex.OpenAsync(new MemoryStream(bytes, 0, length), CancellationToken.None));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public async Task AnUnknownVersion_IsRefusedWithItsOffset(byte version)
    {
        var bytes = await SomeFiles.WriteAsync(Some(1, 20));
        bytes[3] = version;

        var read = await Assert.ThrowsAsync<ChunkFormatException>(() => DecodeAsync(new MemoryStream(bytes)));
        var opened = await Assert.ThrowsAsync<ChunkFormatException>(async () => await ChunkFileIndex.OpenAsync(new MemoryStream(bytes), CancellationToken.None));
        Assert.Equal((3L, 3L), (read.Offset, opened.Offset));
        Assert.Contains($"version {version} ", read.Message, StringComparison.Ordinal);
        Assert.True(ChunkFile.Is(bytes));
    }

    [Fact]
    public async Task ColumnsOfAChunkInAnothersPlace_AreRefused()
    {
        var (one, other) = (Some(1, 20), Some(2, 20));
        var mixed = one with { Columns = new Dictionary<int, ReadOnlyMemory<byte>>(one.Columns) { [FlowFields.Bytes.Id] = other.Columns[FlowFields.Start.Id] } };

        await Assert.ThrowsAsync<ChunkFormatException>(() => SomeFiles.WriteAsync(mixed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DamagedFiles_AreRefusedOrRead(int seed)
    {
        var whole = await SomeFiles.WriteAsync(Some(seed, 50), Some(seed + 1, 3), ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, 30)));
        var hostile = new HostileBytes(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = hostile.Damaged(whole, out _);
            await RefusedAsync(() => DecodeAsync(new MemoryStream(bytes)));
            await RefusedAsync(() => DecodeAsync(new TrickleStream(bytes, 7)));
            await RefusedAsync(() => OpenAsync(bytes));
        }
    }

    [Fact]
    public async Task NoiseBehindAHead_IsRefused()
    {
        var hostile = new HostileBytes(5);
        for (var round = 0; round < 2_000; round++)
        {
            byte[] bytes = [(byte)'F', (byte)'L', (byte)'C', 1, (byte)(1 + (round & 1)), .. hostile.Noise(300)];
            await Assert.ThrowsAsync<ChunkFormatException>(() => DecodeAsync(new MemoryStream(bytes)));
            Assert.True(await RefusedAsync(() => OpenAsync(bytes)));
        }
    }

    /// <summary>A header that claims a large chunk must not cost the memory of one.</summary>
    [Fact]
    public async Task ALengthWithoutItsBytes_CostsNoMemory()
    {
        var writer = new ByteWriter();
        writer.Bytes("FLC"u8);
        writer.Byte(ChunkFile.Version);
        var start = writer.Length;
        writer.Byte(ChunkFile.ChunkMark);
        writer.Varint(ChunkLimits.MaxRows);
        writer.Varint(1);
        writer.Byte(FlowFields.Bytes.Id);
        writer.Varint(ChunkFile.MaxChunkBytes - 100);
        writer.UInt32(Crc32C.Of(writer.Written[start..]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Assert.ThrowsAsync<ChunkFormatException>(() => DecodeAsync(new MemoryStream(writer.ToArray())));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    private static Chunk Some(int seed, int rows) => ChunkEncoder.Encode(SomeRows.OfAServer(seed, rows));

    private static async Task DecodeAsync(Stream stream)
    {
        foreach (var chunk in await SomeFiles.ReadAsync(stream))
        {
            ChunkDecoder.Decode(chunk, FlowFields.All);
            foreach (var field in FlowFields.All)
                ChunkDecoder.Decode(chunk, [field]);
        }
    }

    private static async Task OpenAsync(byte[] bytes)
    {
        var index = await ChunkFileIndex.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        foreach (var entry in index.Chunks)
            ChunkDecoder.Decode(await index.ReadAsync(entry, CancellationToken.None), FlowFields.All);
    }

    private static async Task<bool> RefusedAsync(Func<Task> read)
    {
        try
        {
            await read();
            return false;
        }
        catch (ChunkFormatException)
        {
            return true;
        }
    }
}
