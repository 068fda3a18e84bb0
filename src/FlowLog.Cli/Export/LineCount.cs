namespace FlowLog.Cli.Export;

/// <summary>Counts records in a text that comes in pieces. In CSV the first line has names, and a line can end within quotes, where it does not end a record.</summary>
internal sealed class LineCount(bool isCsv)
{
    private long _lines;
    private bool _isQuoted;

    public long Count => isCsv ? Math.Max(0, _lines - 1) : _lines;

    public void Add(ReadOnlySpan<byte> text)
    {
        if (!isCsv)
        {
            _lines += text.Count((byte)'\n');
            return;
        }

        for (int at; (at = text.IndexOfAny((byte)'\n', (byte)'"')) >= 0; text = text[(at + 1)..])
        {
            if (text[at] == '"')
                _isQuoted = !_isQuoted;
            else if (!_isQuoted)
                _lines++;
        }
    }
}
