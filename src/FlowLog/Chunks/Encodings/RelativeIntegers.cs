using System.Runtime.CompilerServices;

namespace FlowLog.Chunks.Encodings;

/// <summary>A column of <see cref="Relative"/>.</summary>
internal sealed class RelativeIntegers(EncodedIntegers reference, EncodedIntegers differences) : EncodedIntegers(differences.Count)
{
    public override int Effort => 4;

    [SkipLocalsInit]
    public override void Read(int start, Span<long> values)
    {
        Span<long> others = stackalloc long[Blocks.Length];
        differences.Read(start, values);
        for (; !values.IsEmpty; start += others.Length, values = values[others.Length..])
        {
            others = others[..Math.Min(others.Length, values.Length)];
            reference.Read(start, others);
            for (var i = 0; i < others.Length; i++)
                values[i] += others[i];
        }
    }

    public override void Pick(int start, ReadOnlySpan<int> rows, Span<long> picked)
    {
        Span<long> others = stackalloc long[Blocks.Length];
        differences.Pick(start, rows, picked);
        for (; !rows.IsEmpty; rows = rows[others.Length..], picked = picked[others.Length..])
        {
            others = others[..Math.Min(others.Length, rows.Length)];
            reference.Pick(start, rows[..others.Length], others);
            for (var i = 0; i < others.Length; i++)
                picked[i] += others[i];
        }
    }
}
