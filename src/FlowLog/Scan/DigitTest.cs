using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Chunks.Encodings;

namespace FlowLog.Scan;

/// <summary>Numbers whose decimal digits meet a pattern.</summary>
internal sealed class DigitTest(WordPattern pattern, bool negated) : IntegerTest
{
    private const int MostDigits = 20;

    public override bool Passes(long value)
    {
        Span<char> digits = stackalloc char[MostDigits];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return pattern.IsAllOf(digits[..length]) != negated;
    }

    public override Match Judge(ColumnRange bounds)
    {
        if (bounds.Minimum == bounds.Maximum)
            return Passes(bounds.Minimum) ? Match.All : Match.None;
        return Match.Some;
    }
}
