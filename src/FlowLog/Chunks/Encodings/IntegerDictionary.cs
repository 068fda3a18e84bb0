using System.Buffers;

namespace FlowLog.Chunks.Encodings;

/// <summary>Few different numbers. <c>size: varint; numbers, ascending: stream; codes: stream</c></summary>
internal static class IntegerDictionary
{
    /// <summary>Most numbers of a table that is worth a try.</summary>
    public const int MaxSize = 1024;

    private const int Slots = 4 * MaxSize;

    /// <returns>False if there are too many different numbers; then nothing is written.</returns>
    public static bool TryWrite(ByteWriter writer, ReadOnlySpan<long> values, Survey survey)
    {
        var most = (int)Math.Min(MaxSize, Math.Min((ulong)values.Length / 4, (ulong)(survey.Maximum - survey.Minimum) / 2));
        Span<long> numbers = stackalloc long[MaxSize];
        var rented = ArrayPool<long>.Shared.Rent(values.Length);
        var codes = rented.AsSpan(0, values.Length);
        var size = Number(values, codes, numbers[..Math.Max(most, 0)]);
        if (size > 0)
        {
            Sort(numbers[..size], codes);
            writer.Byte((int)ColumnEncoding.Dictionary);
            writer.Varint((ulong)size);
            IntegerStream.Write(writer, numbers[..size], Nesting.Part);
            IntegerStream.Write(writer, codes, Nesting.Codes);
        }

        ArrayPool<long>.Shared.Return(rented);
        return size > 0;
    }

    public static DictionaryIntegers Open(ref ByteReader reader, int count)
    {
        var numbers = new long[reader.Count(count, "numbers in a dictionary")];
        IntegerStream.Read(ref reader, numbers, Nesting.Part);
        return new(reader.ColumnId, numbers, IntegerStream.Open(ref reader, count, Nesting.Codes));
    }

    /// <summary>Numbers the values in the order in which they first come.</summary>
    /// <returns>How many there are; 0 if more than <paramref name="numbers"/> holds.</returns>
    private static int Number(ReadOnlySpan<long> values, Span<long> codes, Span<long> numbers)
    {
        Span<short> slots = stackalloc short[Slots];
        slots.Clear();
        var size = 0;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            var slot = (int)(((ulong)value * 0x9E3779B97F4A7C15) >> 52);
            while (slots[slot] != 0 && numbers[slots[slot] - 1] != value)
                slot = (slot + 1) & (Slots - 1);
            if (slots[slot] == 0)
            {
                if (size == numbers.Length)
                    return 0;
                numbers[size++] = value;
                slots[slot] = (short)size;
            }

            codes[row] = slots[slot] - 1;
        }

        return size;
    }

    private static void Sort(Span<long> numbers, Span<long> codes)
    {
        Span<int> order = stackalloc int[numbers.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        numbers.Sort(order);
        Span<int> ranks = stackalloc int[numbers.Length];
        for (var i = 0; i < order.Length; i++)
            ranks[order[i]] = i;
        foreach (ref var code in codes)
            code = ranks[(int)code];
    }
}
