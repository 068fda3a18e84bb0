using System.Text;

namespace FlowLog.Imports.Records;

/// <summary>Lines of fields with a separator between them, under a line of names or in columns that are known.</summary>
/// <param name="columns">Null until the line of names has been read.</param>
internal sealed class SeparatedLines(byte separator, RecordColumn[]? columns, Func<IReadOnlyList<string>, RecordColumn[]> columnsOf)
{
    private RecordColumn[]? _columns = columns;
    private byte[] _scratch = [];

    /// <returns>False for a line of names; files that were put together have several.</returns>
    public bool Read(ReadOnlySpan<byte> line, RecordLine record)
    {
        if (_columns is null)
        {
            _columns = columnsOf(Names(line));
            return false;
        }

        var fields = new CsvLine(line, separator);
        foreach (var column in _columns)
        {
            if (!fields.TryNext(ref _scratch, out var text))
            {
                record.Fail(column.Name, $"a line of {_columns.Length} fields expected");
                break;
            }

            record.Take(column, text);
        }

        if (record.Problem is null || columnsOf(Names(line)) is not { } again || !RecordHeader.IsComplete(again))
            return true;
        _columns = again;
        return false;
    }

    public List<string> Names(ReadOnlySpan<byte> line)
    {
        var names = new List<string>();
        var fields = new CsvLine(line, separator);
        while (fields.TryNext(ref _scratch, out var text))
            names.Add(Encoding.UTF8.GetString(text).Trim());
        return names;
    }
}
