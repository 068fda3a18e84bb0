namespace FlowLog.Imports.Records;

/// <summary>
/// The fields of one line, by RFC 4180: a field in quotes may hold the separator, line ends and doubled quotes. Written here because
/// the fields of millions of lines are wanted as bytes in place; a library gives each as a string.
/// </summary>
/// <param name="line">Without its line end.</param>
internal ref struct CsvLine(ReadOnlySpan<byte> line, byte separator)
{
    private const byte Quote = (byte)'"';

    private ReadOnlySpan<byte> _rest = line;
    private bool _isEnded = false;

    /// <summary>Moves to the next field; false behind the last one.</summary>
    /// <param name="field">In place, or from <paramref name="scratch"/> if it holds doubled quotes; the latter until the next call.</param>
    public bool TryNext(ref byte[] scratch, out ReadOnlySpan<byte> field)
    {
        field = default;
        if (_isEnded)
            return false;
        if (_rest is [Quote, ..])
        {
            field = Quoted(ref scratch);
            return true;
        }

        var end = _rest.IndexOf(separator);
        _isEnded = end < 0;
        field = _isEnded ? _rest : _rest[..end];
        _rest = _isEnded ? default : _rest[(end + 1)..];
        return true;
    }

    /// <summary>Whether a line ends within a field in quotes, and so goes on behind its line end.</summary>
    public static bool IsOpen(ReadOnlySpan<byte> line) => (line.Count(Quote) & 1) == 1;

    /// <summary>Up to the quote that is not doubled; what stands between it and the separator is passed over.</summary>
    private ReadOnlySpan<byte> Quoted(ref byte[] scratch)
    {
        var inner = _rest[1..];
        var end = inner.IndexOf(Quote);
        var doubled = end >= 0 && end + 1 < inner.Length && inner[end + 1] == Quote;
        if (!doubled)
        {
            var field = end < 0 ? inner : inner[..end];
            Leave(end < 0 ? default : inner[(end + 1)..]);
            return field;
        }

        if (scratch.Length < inner.Length)
            scratch = new byte[inner.Length];
        var length = 0;
        var at = 0;
        for (; at < inner.Length; at++)
        {
            if (inner[at] == Quote && (++at >= inner.Length || inner[at] != Quote))
                break;
            scratch[length++] = inner[at];
        }

        Leave(at < inner.Length ? inner[at..] : default);
        return scratch.AsSpan(0, length);
    }

    private void Leave(ReadOnlySpan<byte> behind)
    {
        var end = behind.IndexOf(separator);
        _isEnded = end < 0;
        _rest = _isEnded ? default : behind[(end + 1)..];
    }
}
