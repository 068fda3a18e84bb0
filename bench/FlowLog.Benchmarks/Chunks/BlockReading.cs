using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Chunks;

/// <summary>Reads columns by the block into buffers that are used again: numbers, and codes of texts and addresses with their tables.</summary>
internal sealed class BlockReading
{
    private const int Rows = 8 * ChunkReader.BlockRows;
    private readonly long[] _numbers = new long[Rows];
    private readonly int[] _codes = new int[Rows];

    /// <returns>Rows of the chunk.</returns>
    public int Read(Chunk chunk, IReadOnlyList<FlowField> fields)
    {
        using var reader = new ChunkReader(chunk);
        for (var start = 0; start < chunk.Rows; start += Rows)
        {
            var count = Math.Min(Rows, chunk.Rows - start);
            foreach (var field in fields)
            {
                if (field.Kind is FieldKind.Text or FieldKind.Address)
                    reader.Codes(field, start, _codes.AsSpan(0, count));
                else
                    reader.Numbers(field, start, _numbers.AsSpan(0, count));
            }
        }

        return chunk.Rows;
    }
}
