namespace FlowLog.Reports;

/// <summary>Traffic that is being added up, row by row.</summary>
internal struct TrafficSum
{
    private long _records;
    private long _packets;
    private long _bytes;

    public readonly bool IsNone => _records == 0;

    public readonly Traffic Value => new(_records, _packets, _bytes);

    /// <summary>Adds a record.</summary>
    public void Add(long packets, long bytes)
    {
        _records++;
        _packets += packets;
        _bytes += bytes;
        if ((_packets | _bytes) < 0)
            (_packets, _bytes) = (_packets < 0 ? long.MaxValue : _packets, _bytes < 0 ? long.MaxValue : _bytes);
    }
}
