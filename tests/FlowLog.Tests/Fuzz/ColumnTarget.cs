using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Tests.Chunks;

namespace FlowLog.Tests.Fuzz;

/// <summary>
/// Columns of chunks whose checksum is right, so that the decoder itself must see what is wrong. An input is the column's number (1
/// byte), the rows (3) and the column.
/// </summary>
internal sealed class ColumnTarget : FuzzTarget
{
    private const int HeadLength = 4;

    private readonly byte[][] _valid = [.. Columns()];

    public override string Name => "column";

    public override int Inputs => 15_000;

    public override byte[] Make(Mutator mutator) => mutator.Spoilt(_valid, 1);

    public override long AllocationBound(byte[] input) => 500_000 + (64L * input.Length) + (96L * RowsOf(input));

    public override long Take(byte[] input)
    {
        if (input.Length < HeadLength)
            return 0;
        var columns = new Dictionary<int, ReadOnlyMemory<byte>> { [input[0]] = Sealed(input) };
        var field = FlowFields.All.FirstOrDefault(field => field.Id == input[0], FlowFields.Source);
        if (field.Kind == FieldKind.Address && input[0] != ChunkLimits.AddressesId)
            columns[ChunkLimits.AddressesId] = Sealed([ChunkLimits.AddressesId, .. input[1..]]);
        var chunk = new Chunk { Rows = RowsOf(input), Columns = columns };
        Try(() => Assert.Equal(chunk.Rows, ChunkDecoder.Decode(chunk, [field]).Count));
        Try(() => _ = ChunkStatistics.Of(chunk));
        return 1;
    }

    private static int RowsOf(byte[] input) => input.Length < HeadLength ? 0 : (input[1] << 16) | (input[2] << 8) | input[3];

    private static byte[] Sealed(byte[] input)
    {
        var writer = new ByteWriter();
        writer.Bytes(input.AsSpan(HeadLength));
        return EncodedColumn.Seal(writer, input[0], RowsOf(input)).ToArray();
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (ChunkFormatException)
        {
            // What bad bytes are to give.
        }
    }

    private static IEnumerable<byte[]> Columns()
    {
        foreach (var (seed, rows) in new[] { (1, 1), (2, 7), (3, 64), (4, 300), (5, 2_000) })
            foreach (var chunk in new[] { ChunkEncoder.Encode(SomeRows.OfAnyShape(seed, rows)), ChunkEncoder.Encode(SomeRows.OfAServer(seed, rows)) })
                foreach (var (id, column) in chunk.Columns)
                    yield return [(byte)id, 0, (byte)(rows >> 8), (byte)rows, .. column.Span[..^Crc32C.Size]];
    }
}
