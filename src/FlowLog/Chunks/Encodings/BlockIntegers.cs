using System.Runtime.CompilerServices;

namespace FlowLog.Chunks.Encodings;

/// <summary>A stream of <see cref="Blocks"/>: a block's head tells where its numbers lie, so a test may pass it over.</summary>
internal sealed class BlockIntegers(int count, ReadOnlyMemory<byte> bytes, PackedBlock[] blocks) : EncodedIntegers(count)
{
    /// <summary>Fewer numbers than this of a block are picked one by one.</summary>
    private const int Few = 12;

    public override int Effort => 3;

    /// <summary>What is left when blocks that their heads settle are taken off.</summary>
    public override int EffortOf(IntegerTest test)
    {
        var open = 0;
        for (var i = 0; i < blocks.Length; i++)
            open += test.Judge(blocks[i], Math.Min(Blocks.Length, Count - (i * Blocks.Length))) == Match.Some ? 1 : 0;
        return 64 + (Effort * 64 * open / Math.Max(blocks.Length, 1));
    }

    public override void Read(int start, Span<long> values)
    {
        var packed = bytes.Span;
        for (var block = start / Blocks.Length; !values.IsEmpty; block++)
        {
            var part = values[..Math.Min(Blocks.Length, values.Length)];
            Blocks.Unpack(blocks[block], packed, part);
            values = values[part.Length..];
        }
    }

    [SkipLocalsInit]
    public override void Narrow(IntegerTest test, int start, Span<ulong> bits)
    {
        var packed = bytes.Span;
        Span<long> values = stackalloc long[Blocks.Length];
        for (; !bits.IsEmpty; bits = bits[Math.Min(Bitmap.WordsOfBlock, bits.Length)..], start += Blocks.Length)
        {
            var words = bits[..Math.Min(Bitmap.WordsOfBlock, bits.Length)];
            if (!words.ContainsAnyExcept(0UL))
                continue;
            var part = values[..Math.Min(Blocks.Length, Count - start)];
            ref readonly var block = ref blocks[start / Blocks.Length];
            var verdict = test.Judge(block, part.Length);
            if (verdict == Match.All)
                continue;
            if (verdict == Match.None)
            {
                words.Clear();
                continue;
            }

            Blocks.Unpack(block, packed, part);
            test.Narrow(part, words);
        }
    }

    [SkipLocalsInit]
    public override void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked)
    {
        Span<long> values = stackalloc long[Blocks.Length];
        while (!rows.IsEmpty)
        {
            var number = (start + rows[0]) / Blocks.Length;
            var first = (number * Blocks.Length) - start;
            var here = rows.IndexOfAnyInRange(first + Blocks.Length, int.MaxValue) is var end and >= 0 ? end : rows.Length;
            var part = values[..Math.Min(Blocks.Length, Count - start - first)];
            PickBlock(blocks[number], rows[..here], first, part, picked);
            rows = rows[here..];
            picked = picked[here..];
        }
    }

    private void PickBlock(in PackedBlock block, ReadOnlySpan<int> rows, int first, Span<long> values, Span<long> picked)
    {
        if (rows.Length < Few && !block.OfDifferences && block.Exceptions == 0 && block.Width <= BitPacking.OneLoad)
        {
            var bits = bytes.Span.Slice(block.Offset, BitPacking.Size(values.Length, block.Width));
            for (var i = 0; i < rows.Length; i++)
                picked[i] = block.Origin + BitPacking.One(bits, block.Width, rows[i] - first);
            return;
        }

        Blocks.Unpack(block, bytes.Span, values);
        for (var i = 0; i < rows.Length; i++)
            picked[i] = values[rows[i] - first];
    }
}
