using FlowLog.Packets;

namespace FlowLog.Imports.Records;

/// <summary>
/// Reads the records of a text (<see cref="RecordFormat"/>), plain or in gzip, one by one and each as it stands there; the format is found
/// by the content. Lines that are wrong are left out and said (<see cref="Problems"/>). Memory does not grow with the file.
/// </summary>
/// <remarks>For speed read in two loops: <c>while (await ReadAsync(token)) do { … } while (TryRead());</c></remarks>
public sealed class RecordReader
{
    /// <summary>Problems that are kept; all are counted.</summary>
    public const int MaxProblems = 20;

    private const int MaxLineBytes = 64 * 1024;

    private readonly CaptureBuffer _buffer;
    private readonly List<LineProblem> _problems = [];
    private readonly JsonLines _json = new();
    private readonly RecordLine _line;
    private SeparatedLines? _lines;
    private bool _atEnd;
    private bool _isPassing;
    private bool _atSummary;

    private RecordReader(Stream stream) => (_buffer, _line) = (new(stream), new(Row));

    /// <summary>The record that was read last.</summary>
    public RecordRow Row { get; } = new();

    public RecordFormat Format { get; private set; }

    /// <summary>Lines read so far.</summary>
    public long Lines { get; private set; }

    public long Records { get; private set; }

    /// <summary>Lines that were left out.</summary>
    public long Damaged { get; private set; }

    /// <summary>The first of what is wrong.</summary>
    public IReadOnlyList<LineProblem> Problems => _problems;

    /// <summary>The format of a file by its first bytes, plain or in gzip; 4 KiB are enough.</summary>
    public static RecordFormat Detect(ReadOnlySpan<byte> head) => RecordDetection.Of(head);

    /// <param name="stream">From its first byte. It is not disposed of.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static async ValueTask<RecordReader> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new RecordReader(stream);
        var buffer = reader._buffer;
        if (await buffer.FillAsync(2, cancellationToken) && buffer.Unread is [0x1F, 0x8B, ..])
            buffer.Decompress();
        await buffer.FillAsync(FormatDetection.HeadBytes, cancellationToken);
        reader.Start(RecordDetection.Of(buffer.Unread));
        if (buffer.Unread.StartsWith(FormatDetection.ByteOrderMark))
            buffer.Consume(FormatDetection.ByteOrderMark.Length);
        return reader;
    }

    /// <summary>Moves to the next record; false at the end.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!TryRead())
        {
            if (_atEnd)
                return false;
            _atEnd = !await _buffer.FillAsync(Math.Max(_buffer.Available + 1, CaptureBuffer.Size / 2), cancellationToken)
                && !await _buffer.FillAsync(_buffer.Available + 1, cancellationToken);
            if (_atEnd && _buffer.IsBroken)
                Leave("", "the gzip stream is broken here");
        }

        return true;
    }

    /// <summary>Moves to the next record if it is in memory already; if not, <see cref="ReadAsync"/> has to.</summary>
    public bool TryRead()
    {
        while (Format != RecordFormat.None && TryLine(out var line))
        {
            Lines++;
            if (line.IsEmpty || _atSummary)
                continue;
            _line.Begin();
            if (!Read(line))
                continue;
            Lines += line.Count((byte)'\n');
            if (_line.End())
            {
                Records++;
                return true;
            }

            Leave(_line.Column, _line.Problem!);
        }

        return false;
    }

    private void Start(RecordFormat format)
    {
        Format = format;
        _lines = format switch
        {
            RecordFormat.Csv => new((byte)',', null, RecordHeader.Of),
            RecordFormat.AwsFlowLog => new((byte)' ', AwsColumns(), RecordHeader.Of),
            RecordFormat.Nfdump => new((byte)',', RecordHeader.OfNfdump(RecordHeader.NfdumpDefault), RecordHeader.OfNfdump),
            _ => null,
        };
    }

    private RecordColumn[]? AwsColumns()
    {
        var end = _buffer.Unread.IndexOf((byte)'\n');
        var line = (end < 0 ? _buffer.Unread : _buffer.Unread[..end]).TrimEnd((byte)'\r');
        return AwsHeader.Read(line) is null ? RecordHeader.Of(RecordHeader.AwsDefault) : null;
    }

    private bool Read(ReadOnlySpan<byte> line)
    {
        // What follows are nfdump's totals.
        _atSummary = Format == RecordFormat.Nfdump && line.SequenceEqual("Summary"u8);
        if (_atSummary)
            return false;
        if (_lines is not null)
            return _lines.Read(line, _line);
        _json.Read(line, _line);
        return true;
    }

    /// <summary>The next line, and moves behind it; its bytes stay until more are read.</summary>
    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        line = default;
        while (true)
        {
            var rest = _buffer.Unread;
            var end = LineEnd(rest);
            if (end < 0 && (rest.IsEmpty || (!_atEnd && rest.Length <= MaxLineBytes)))
                return false;
            var length = end < 0 ? rest.Length : end;
            _buffer.Consume(end < 0 ? length : length + 1);
            if (!_isPassing && length <= MaxLineBytes)
            {
                line = rest[..length].TrimEnd((byte)'\r');
                return true;
            }

            _isPassing = end < 0 && !_atEnd;
            if (_isPassing)
                continue;
            Lines++;
            Leave("", $"a line of at most {MaxLineBytes} bytes expected");
        }
    }

    /// <summary>A line end in quotes does not count, unless the quotes are never closed.</summary>
    private int LineEnd(ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOf((byte)'\n');
        if (Format is not (RecordFormat.Csv or RecordFormat.Nfdump) || first < 0 || _isPassing || !CsvLine.IsOpen(rest[..first]))
            return first;
        for (var end = first; end <= MaxLineBytes;)
        {
            var start = end + 1;
            var next = rest[start..].IndexOf((byte)'\n');
            if (next < 0)
                return _atEnd || rest.Length > MaxLineBytes ? first : -1;
            end = start + next;
            if (CsvLine.IsOpen(rest[start..end]))
                return end;
        }

        return first;
    }

    private void Leave(string column, string message)
    {
        Damaged++;
        if (_problems.Count < MaxProblems)
            _problems.Add(new(Lines, column, message));
    }
}
