using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>
/// Reads the flows of a foreign flow log (<see cref="ImportFormat"/>), plain or in gzip, from any stream; the format is found by the
/// content. Bad bytes never throw: the flows before them count, and <see cref="Damage"/> says where and why the reading stopped.
/// Tuples and lines that are wrong by themselves are counted in <see cref="Skipped"/>. Memory does not grow with the log.
/// </summary>
/// <remarks>For speed read in two loops: <c>while (await ReadAsync(token)) do { … } while (TryRead());</c></remarks>
public sealed class FlowImportReader
{
    private const int LongBytes = 2048;

    private readonly CaptureBuffer _buffer;
    private readonly long _resumeAt;
    private ImportText? _text;
    private ImportedFlow _current;

    private FlowImportReader(Stream stream, long resumeAt) => (_buffer, _resumeAt) = (new(stream), resumeAt);

    /// <summary>The flow that was read last.</summary>
    public ref readonly ImportedFlow Current => ref _current;

    /// <summary>What was found by the first bytes, then by the last tuple: an NSG flow log shows itself there at the latest.</summary>
    public ImportFormat Format => _text?.Format ?? ImportFormat.None;

    /// <summary>
    /// Offset in the uncompressed bytes where another reader can go on: behind the last tuple or line, or before the tuple of
    /// <see cref="Current"/> as long as its other direction has not been read.
    /// </summary>
    public long Position => _text?.OpenTuple ?? _buffer.Offset;

    /// <summary>Tuples or lines that were consumed, good or not.</summary>
    public long Tuples => _text?.Tuples ?? 0;

    /// <summary>Tuples of allowed flows that count no traffic, as at a flow's begin: they give no flow.</summary>
    public long WithoutTraffic => _text?.WithoutTraffic ?? 0;

    /// <summary>Set when the reading had to stop before the end of the log.</summary>
    public ImportDamage? Damage { get; private set; }

    /// <summary>Tuples and lines that were left out, by reason.</summary>
    public IReadOnlyDictionary<ImportProblem, long> Skipped =>
        _text?.Skipped.ToDictionary(entry => entry.Problem, entry => entry.Count) ?? [];

    /// <summary>The format of a file by its first bytes, plain or in gzip; 4 KiB are enough.</summary>
    public static ImportFormat Detect(ReadOnlySpan<byte> head) => FormatDetection.Of(head);

    /// <summary>Starts at the first flow.</summary>
    public static ValueTask<FlowImportReader> OpenAsync(Stream stream, CancellationToken cancellationToken) =>
        OpenAsync(stream, 0, cancellationToken);

    /// <summary>Goes on at a <see cref="Position"/> of an earlier reader; what stands before is read again but gives no flows.</summary>
    /// <param name="stream">The log from its first byte, or a part of one of Azure that begins at a record. It is not disposed of.</param>
    /// <param name="resumeAt">Offset in the uncompressed bytes; 0 for the start.</param>
    public static async ValueTask<FlowImportReader> OpenAsync(Stream stream, long resumeAt, CancellationToken cancellationToken)
    {
        var reader = new FlowImportReader(stream, resumeAt);
        await reader.StartAsync(cancellationToken);
        return reader;
    }

    /// <summary>Moves to the next flow; false at the end and at damage.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => TryRead() ? new(true) : AdvanceAsync(cancellationToken);

    /// <summary>Moves to the next flow if it is in memory already; if not, <see cref="ReadAsync"/> has to.</summary>
    public bool TryRead() => Damage is null && _text is not null && Step(_text) == ImportStep.Flow;

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        if (await _buffer.FillAsync(2, cancellationToken) && _buffer.Unread is [0x1F, 0x8B, ..])
            _buffer.Decompress();
        await _buffer.FillAsync(FormatDetection.HeadBytes, cancellationToken);
        var format = FormatDetection.Of(_buffer.Unread);
        if (_buffer.Unread.StartsWith(FormatDetection.ByteOrderMark))
            _buffer.Consume(FormatDetection.ByteOrderMark.Length);
        if (format == ImportFormat.AwsFlowLog)
            _text = new AwsLines(_resumeAt);
        else if (format != ImportFormat.None)
            _text = new AzureRecords(format, _resumeAt);
        else if (_buffer.IsBroken)
            Stop(ImportDamageReason.BadCompression, "the gzip stream is broken");
        else if (_buffer.Available == 0)
            Stop(ImportDamageReason.Empty, "no byte");
        else
            Stop(ImportDamageReason.NotAFlowLog, "no flow log that is read");
    }

    private ImportStep Step(ImportText text)
    {
        var step = text.Damage is null ? ImportStep.Again : ImportStep.Damaged;
        while (step == ImportStep.Again)
            step = text.Next(_buffer, ref _current);
        return step;
    }

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        if (_text is not { } text)
            return false;
        while (Damage is null)
        {
            var step = Step(text);
            if (step == ImportStep.Flow)
                return true;
            if (step == ImportStep.Damaged)
                Damage = text.Damage;
            else if (text.AtEnd)
                return Ended(text);
            else if (!await _buffer.FillAsync(Wanted, cancellationToken))
                text.AtEnd = true;
        }

        return false;
    }

    /// <summary>One byte more, or twice as many of something long: a buffer that grows byte by byte would take forever.</summary>
    private int Wanted => _buffer.Available < LongBytes ? _buffer.Available + 1 : _buffer.Available * 2;

    private bool Ended(ImportText text)
    {
        if (_buffer.IsBroken)
            Stop(ImportDamageReason.BadCompression, "the gzip stream is broken");
        else if (!text.IsComplete(_buffer))
            Stop(ImportDamageReason.Truncated, "the log ends within a record");
        else if (_resumeAt > _buffer.Offset)
            Stop(ImportDamageReason.BadResumePoint, "the log ends before the place to go on from");
        return false;
    }

    private void Stop(ImportDamageReason reason, string message) => Damage ??= new(reason, Position, message);
}
