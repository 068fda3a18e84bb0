namespace FlowLog.Packets;

/// <summary>
/// The bytes of a capture that have been read and not yet consumed. 256 KiB; grows to a block's size only while that block's
/// bytes do arrive, so that a length in a file costs nothing by itself.
/// </summary>
/// <param name="most">Bytes that are unpacked, about.</param>
internal sealed class CaptureBuffer(Stream stream, long most = long.MaxValue)
{
    public const int Size = 256 * 1024;

    private const int SmallestSize = 4096;

    private GzipBytes? _gzip;
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(SizeFor(stream));
    private int _end;

    public byte[] Bytes => _bytes;

    /// <summary>Index of the first byte not consumed.</summary>
    public int Start { get; private set; }

    /// <summary>Offset of that byte in the uncompressed capture.</summary>
    public long Offset { get; private set; }

    public int Available => _end - Start;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(Start, _end - Start);

    /// <summary>True once the gzip stream turned out to be broken: the bytes end there.</summary>
    public bool IsBroken => _gzip?.IsBroken == true;

    /// <summary>True once the gzip stream has more than is unpacked: the bytes end there.</summary>
    public bool IsTooLarge { get; private set; }

    public void Consume(int count)
    {
        Start += count;
        Offset += count;
    }

    /// <summary>Goes on with the uncompressed bytes, if what has been read so far starts a gzip stream.</summary>
    public void Decompress()
    {
        _gzip = new GzipBytes(Unread.ToArray(), stream);
        _end = Start;
        Array.Resize(ref _bytes, Size);
    }

    /// <summary>Reads until so many bytes are there; false if the capture ends before.</summary>
    public async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (Available < count)
        {
            MakeRoom(count);
            var read = await ReadAsync(_bytes.AsMemory(_end), cancellationToken);
            if (read == 0)
                return false;
            _end += read;
        }

        return true;
    }

    /// <summary>Gives the bytes away and goes on in others, to which it takes only what has not been consumed.</summary>
    public byte[] HandOver(byte[] next)
    {
        if (next.Length < Math.Max(Available, Size))
            next = GC.AllocateUninitializedArray<byte>(Math.Max(Available, Size));
        Unread.CopyTo(next);
        var given = _bytes;
        (_bytes, Start, _end) = (next, 0, Available);
        return given;
    }

    /// <summary>Leaves bytes out, by seeking where that is possible; false if the capture ends before.</summary>
    public async ValueTask<bool> SkipAsync(long count, CancellationToken cancellationToken)
    {
        while (count > Available)
        {
            count -= Available;
            Consume(Available);
            Start = _end = 0;
            if (_gzip is null && stream.CanSeek)
                count -= Seek(count);
            if (count > 0 && !await FillAsync(1, cancellationToken))
                return false;
        }

        Consume((int)count);
        return true;
    }

    // A small capture does with less.
    private static int SizeFor(Stream stream) =>
        stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, SmallestSize, Size) : Size;

    private long Seek(long count)
    {
        var step = Math.Min(count, Math.Max(0, stream.Length - stream.Position));
        stream.Seek(step, SeekOrigin.Current);
        Offset += step;
        return step;
    }

    private void MakeRoom(int count)
    {
        if (Start > 0)
        {
            _bytes.AsSpan(Start, Available).CopyTo(_bytes);
            (Start, _end) = (0, Available);
        }

        if (_end == _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length, Math.Min(count, _bytes.Length * 2)));
    }

    private ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellationToken)
    {
        if (_gzip is null)
            return stream.ReadAsync(room, cancellationToken);
        IsTooLarge = Offset + Available >= most;
        return IsTooLarge ? new(0) : _gzip.ReadAsync(room, cancellationToken);
    }
}
