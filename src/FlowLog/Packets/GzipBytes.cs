using System.IO.Compression;

namespace FlowLog.Packets;

/// <summary>
/// The bytes of a gzip stream up to where it is damaged. A decompressor throws away what it made in the call that meets the damage, up
/// to a whole buffer; so the stream is then read once more, the last of it byte by byte, until nothing is left but the damage itself.
/// </summary>
/// <param name="head">The first bytes, which have been taken from the stream already.</param>
/// <param name="stream">The rest. Where it cannot seek, it is not read again: then what the last call made is lost.</param>
internal sealed class GzipBytes(ReadOnlyMemory<byte> head, Stream stream)
{
    /// <summary>What a decompressor may have taken in and not yet used: more than its buffer, which is 8 KiB.</summary>
    private const int ReadAhead = 64 * 1024;

    private readonly long _start = stream.CanSeek ? stream.Position - head.Length : -1;
    private SteppedStream _compressed = new(new PrefixedStream(head, stream), long.MaxValue);
    private GZipStream? _gzip;
    private bool _isSecondTime;
    private long _given;

    /// <summary>True once the stream turned out to be broken: the bytes end there.</summary>
    public bool IsBroken { get; private set; }

    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellationToken)
    {
        while (!IsBroken)
        {
            try
            {
                _gzip ??= await OpenAsync(cancellationToken);
                var read = await _gzip.ReadAsync(room, cancellationToken);
                _given += read;
                return read;
            }
            catch (InvalidDataException)
            {
                IsBroken = _isSecondTime || _start < 0;
                _isSecondTime = true;
                _gzip = null;
            }
        }

        return 0;
    }

    private async ValueTask<GZipStream> OpenAsync(CancellationToken cancellationToken)
    {
        if (_isSecondTime)
        {
            stream.Position = _start;
            _compressed = new SteppedStream(stream, _compressed.Taken - ReadAhead);
        }

        var gzip = new GZipStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
        var known = _given > 0 ? GC.AllocateUninitializedArray<byte>((int)Math.Min(_given, ReadAhead)) : [];
        for (var left = _given; left > 0;)
        {
            var read = await gzip.ReadAsync(known.AsMemory(0, (int)Math.Min(left, known.Length)), cancellationToken);
            left -= read > 0 ? read : throw new InvalidDataException("The stream has become shorter.");
        }

        return gzip;
    }
}
