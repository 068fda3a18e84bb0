namespace FlowLog.Packets;

/// <summary>
/// The stations of a <see cref="FlowMeter"/>. A thread takes the block that has come furthest: adding before decoding before
/// reading, so that few blocks are on their way, and each lies still in the cache of the processor.
/// </summary>
internal sealed class MeterLine(MeterBlock[] blocks, CaptureReader reader, Action<MeterBlock> add)
{
    private enum Station
    {
        Read,
        Decode,
        Add,
        End,
    }

    private readonly Lock _gate = new();
    private readonly bool[] _decoded = new bool[blocks.Length];
    private readonly SemaphoreSlim _change = new(0);
    private long _read;
    private long _decoding;
    private long _added;
    private bool _isReading;
    private bool _isAdding;
    private bool _hasEnded;
    private bool _hasFailed;
    private int _waiting;

    /// <exception cref="IOException">The stream could not be read.</exception>
    public async Task RunAsync(int threads, CancellationToken cancellationToken)
    {
        var workers = Enumerable.Range(1, threads - 1).Select(_ => Task.Run(() => WorkAsync(cancellationToken), cancellationToken)).ToList();
        workers.Add(WorkAsync(cancellationToken));
        await Task.WhenAll(workers);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(cancellationToken) is (not Station.End, var number) next)
            {
                var block = blocks[number % blocks.Length];
                var more = true;
                switch (next.Station)
                {
                    case Station.Read: more = await reader.ReadBlockAsync(block.Frames, cancellationToken); break;
                    case Station.Decode: block.Decode(); break;
                    default: add(block); break;
                }

                Done(next.Station, number, more);
            }
        }
        catch
        {
            // The others must not wait for what will never come.
            Fail();
            throw;
        }
    }

    private async ValueTask<(Station Station, long Number)> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                if (Take() is { } next)
                    return next;
                _waiting++;
            }

            await _change.WaitAsync(cancellationToken);
        }
    }

    private (Station Station, long Number)? Take()
    {
        if (_hasFailed || (_hasEnded && _added == _read))
            return (Station.End, 0);
        if (!_isAdding && _added < _decoding && _decoded[_added % blocks.Length])
        {
            _isAdding = true;
            return (Station.Add, _added);
        }

        if (_decoding < _read)
            return (Station.Decode, _decoding++);
        if (!_isReading && !_hasEnded && _read - _added < blocks.Length)
        {
            _isReading = true;
            return (Station.Read, _read);
        }

        return null;
    }

    private void Done(Station station, long number, bool more)
    {
        lock (_gate)
        {
            switch (station)
            {
                case Station.Read:
                    _isReading = false;
                    _hasEnded |= !more;
                    _read += more ? 1 : 0;
                    break;
                case Station.Decode:
                    _decoded[number % blocks.Length] = true;
                    break;
                default:
                    _decoded[number % blocks.Length] = false;
                    _isAdding = false;
                    _added++;
                    break;
            }

            Wake();
        }
    }

    private void Fail()
    {
        lock (_gate)
        {
            _hasFailed = true;
            Wake();
        }
    }

    private void Wake()
    {
        if (_waiting > 0)
            _change.Release(_waiting);
        _waiting = 0;
    }
}
