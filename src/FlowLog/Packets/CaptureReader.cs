using System.Buffers.Binary;

namespace FlowLog.Packets;

/// <summary>
/// Reads the packets of a pcap or pcapng capture, plain or in gzip, from any stream. Bad bytes never throw: the packets before
/// them count, and <see cref="Damage"/> says where and why the reading stopped. Memory stays within the largest block (16 MiB).
/// </summary>
/// <remarks>For speed read in two loops: <c>while (await ReadAsync(token)) do { … } while (TryRead());</c></remarks>
public sealed class CaptureReader
{
    private readonly CaptureBuffer _buffer;
    private CaptureFormat? _format;
    private FrameSlice _frame;

    private CaptureReader(CaptureBuffer buffer) => _buffer = buffer;

    /// <summary>The packet that was read last; valid until the next is read.</summary>
    public CapturedFrame Current => new(
        new ReadOnlyMemory<byte>(_buffer.Bytes, _frame.Start, _frame.Length),
        _frame.TimeNanoseconds, _frame.OriginalLength, _frame.LinkType);

    /// <summary>Offset of the next unread packet or block in the uncompressed bytes: where another reader can go on.</summary>
    public long Position => _format?.OpenBlock ?? _buffer.Offset;

    /// <summary>Set when the reading had to stop before the end of the capture.</summary>
    public CaptureDamage? Damage { get; private set; }

    /// <summary>Starts at the first packet.</summary>
    public static ValueTask<CaptureReader> OpenAsync(Stream stream, CancellationToken cancellationToken) =>
        OpenAsync(stream, 0, cancellationToken);

    /// <summary>As <see cref="OpenAsync(Stream, long, long, CancellationToken)"/>, however much it unpacks to.</summary>
    public static ValueTask<CaptureReader> OpenAsync(Stream stream, long resumeAt, CancellationToken cancellationToken) =>
        OpenAsync(stream, resumeAt, long.MaxValue, cancellationToken);

    /// <summary>Goes on at a <see cref="Position"/> of an earlier reader; what describes the packets before it is read again.</summary>
    /// <param name="stream">The capture from its first byte; read forward, or by seeking where it can. It is not disposed of.</param>
    /// <param name="resumeAt">Offset in the uncompressed bytes; 0 for the start.</param>
    /// <param name="mostBytes">Uncompressed bytes that a gzipped capture may have, about; there the reading stops with <see cref="CaptureDamageReason.TooLarge"/>.</param>
    public static async ValueTask<CaptureReader> OpenAsync(Stream stream, long resumeAt, long mostBytes, CancellationToken cancellationToken)
    {
        var reader = new CaptureReader(new CaptureBuffer(stream, mostBytes));
        await reader.StartAsync(resumeAt, cancellationToken);
        return reader;
    }

    /// <summary>Moves to the next packet; false at the end and at damage.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        TryRead() ? new(true) : AdvanceAsync(CaptureStep.Packet, cancellationToken);

    /// <summary>Moves to the next packet if it is in memory already; if not, <see cref="ReadAsync"/> has to.</summary>
    public bool TryRead() =>
        Damage is null && _format is not null && _format.Next(_buffer, ref _frame) == CaptureStep.Packet;

    /// <summary>Reads on until the buffer has no further packet, and hands the buffer over with them; false at the end and at damage.</summary>
    /// <param name="block">What it held is gone; its bytes become the next buffer.</param>
    internal async ValueTask<bool> ReadBlockAsync(FrameBlock block, CancellationToken cancellationToken)
    {
        block.Clear();
        if (!await ReadAsync(cancellationToken))
            return false;
        do
            block.Add(_frame);
        while (TryRead());
        block.Bytes = _buffer.HandOver(block.Bytes);
        return true;
    }

    private async ValueTask StartAsync(long resumeAt, CancellationToken cancellationToken)
    {
        if (await _buffer.FillAsync(4, cancellationToken) && _buffer.Unread is [0x1F, 0x8B, ..])
        {
            _buffer.Decompress();
            await _buffer.FillAsync(4, cancellationToken);
        }

        if (_buffer.Available >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(_buffer.Unread) == PcapNgFormat.SectionHeader)
            await StartPcapNgAsync(resumeAt, cancellationToken);
        else
            await StartPcapAsync(resumeAt, cancellationToken);
    }

    private async ValueTask StartPcapNgAsync(long resumeAt, CancellationToken cancellationToken)
    {
        _format = new PcapNgFormat(resumeAt);
        if (resumeAt > 0)
            await AdvanceAsync(CaptureStep.Resumed, cancellationToken);
    }

    private async ValueTask StartPcapAsync(long resumeAt, CancellationToken cancellationToken)
    {
        var complete = await _buffer.FillAsync(PcapFormat.FileHeaderLength, cancellationToken);
        if (!PcapFormat.TryOpen(_buffer.Unread, out var format, out var reason))
            Stop(_buffer.IsBroken ? CaptureDamageReason.BadCompression : reason, "no pcap file header");
        else if (!complete)
            Stop(Ending, "the file header is cut");
        _format = format;
        if (Damage is not null)
            return;
        _buffer.Consume(PcapFormat.FileHeaderLength);
        if (resumeAt > _buffer.Offset && !await _buffer.SkipAsync(resumeAt - _buffer.Offset, cancellationToken))
            Stop(CaptureDamageReason.BadResumePoint, "the capture ends before the place to go on from");
    }

    private async ValueTask<bool> AdvanceAsync(CaptureStep goal, CancellationToken cancellationToken)
    {
        while (Damage is null && _format is not null)
        {
            var step = _format.Next(_buffer, ref _frame);
            if (step == goal)
                return true;
            if (step == CaptureStep.Damaged)
                Damage = _format.Damage;
            else if (!await SupplyAsync(step, _format.Wanted, cancellationToken))
                return EndedAt(goal);
        }

        return false;
    }

    private ValueTask<bool> SupplyAsync(CaptureStep step, int count, CancellationToken cancellationToken) => step switch
    {
        CaptureStep.More => _buffer.FillAsync(count, cancellationToken),
        _ => _buffer.SkipAsync(count, cancellationToken),
    };

    private bool EndedAt(CaptureStep goal)
    {
        if (goal == CaptureStep.Resumed)
            Stop(CaptureDamageReason.BadResumePoint, "the capture ends before the place to go on from");
        else if (_buffer.IsBroken || _buffer.IsTooLarge || _buffer.Available > 0 || _format?.OpenBlock is not null)
            Stop(Ending, _buffer.IsTooLarge ? "the capture unpacks to more than is read" : "the capture ends within a packet or block");
        return false;
    }

    private CaptureDamageReason Ending => _buffer switch
    {
        { IsTooLarge: true } => CaptureDamageReason.TooLarge,
        { IsBroken: true } => CaptureDamageReason.BadCompression,
        _ => CaptureDamageReason.Truncated,
    };

    private void Stop(CaptureDamageReason reason, string message) => Damage ??= new(reason, Position, message);
}
