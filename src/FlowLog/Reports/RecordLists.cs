using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>
/// Makes an aggregate of records, column by column: each list numbers its keys, adds up by number, and looks closer at those keys only that it
/// keeps.
/// </summary>
internal sealed class RecordLists : IDisposable
{
    private readonly FlowColumns _rows;
    private readonly RowTraffic _traffic;
    private readonly AddressCodes _sources;
    private readonly AddressCodes _destinations;
    private readonly RowCodes _ports;
    private readonly RowCodes _pairs;
    private readonly RowCodes _bothPorts;
    private readonly RowCodes _tuples;
    private readonly RowCodes _conversations;

    private RecordLists(FlowColumns rows)
    {
        (_rows, _traffic) = (rows, new(rows));
        (_sources, _destinations) = (AddressCodes.Of(rows, FlowFields.Source), AddressCodes.Of(rows, FlowFields.Destination));
        _ports = new(rows.Count);
        _pairs = new(rows.Count);
        _bothPorts = new(rows.Count);
        _tuples = new(rows.Count);
        _conversations = new(rows.Count);
        Number();
    }

    public static Aggregate Of(FlowColumns rows)
    {
        var size = AggregateSize.Chunk;
        using var lists = new RecordLists(rows);
        var distinct = new DistinctCounts();
        var aggregate = new Aggregate(size)
        {
            Sources = lists.Top(lists._sources.Codes, lists._sources.Values.Length, code => lists._sources.Values[code], size.Keys, distinct.Sources, KeyHash.Of),
            Destinations = lists.Top(lists._destinations.Codes, lists._destinations.Values.Length, code => lists._destinations.Values[code], size.Keys, distinct.Destinations, KeyHash.Of),
            DestinationPorts = lists.Top(lists._ports.Codes, lists._ports.Count, code => Port.Of((int)lists._ports[code]), size.Keys),
            Enis = lists.Ids(FlowFields.EniId),
            Rules = lists.Ids(FlowFields.RuleId),
            Vpcs = lists.Ids(FlowFields.VpcId),
            Pairs = lists.Top(lists._pairs.Codes, lists._pairs.Count, lists.PairOf, size.Combinations),
            Tuples = lists.Top(lists._tuples.Codes, lists._tuples.Count, lists.TupleOf, size.Combinations, distinct.Flows, tuple => KeyHash.Of(tuple.Flow), TopMeasure.Records),
            Conversations = lists.Conversations(),
            Distinct = distinct,
        };
        RecordSeries.Add(aggregate, rows);
        return aggregate;
    }

    public void Dispose()
    {
        foreach (var codes in new[] { _ports, _pairs, _bothPorts, _tuples, _conversations })
            codes.Dispose();
    }

    private void Number()
    {
        var protocols = _rows.Numbers(FlowFields.Protocol);
        var actions = _rows.Numbers(FlowFields.Action);
        var sourcePorts = _rows.Numbers(FlowFields.SourcePort);
        var destinationPorts = _rows.Numbers(FlowFields.DestinationPort);
        var vms = _rows.Texts(FlowFields.VmId).Codes;
        var (sources, destinations) = (_sources.Codes, _destinations.Codes);
        for (var row = 0; row < _rows.Count; row++)
        {
            var (protocol, port) = ((ulong)(byte)protocols[row], (ulong)(ushort)destinationPorts[row]);
            _ports.Add(row, (protocol << 16) | port);
            var pair = (uint)_pairs.Add(row, ((ulong)(uint)sources[row] << 32) | (uint)destinations[row]);
            var ports = (uint)_bothPorts.Add(row, (protocol << 40) | (port << 24) | ((ulong)(ushort)sourcePorts[row] << 8) | (byte)actions[row]);
            _tuples.Add(row, ((ulong)pair << 32) | ports);
            _conversations.Add(row, ((ulong)(uint)vms[row] << 32) | pair);
        }
    }

    private AddressPair PairOf(int code) => new(_sources.Values[(int)(_pairs[code] >> 32)], _destinations.Values[(int)(uint)_pairs[code]]);

    private JudgedTuple TupleOf(int code)
    {
        var pair = PairOf((int)(_tuples[code] >> 32));
        return JudgedTuple.Of(pair.Source, pair.Destination, _bothPorts[(int)(uint)_tuples[code]]);
    }

    private TopList<Conversation> Conversations()
    {
        var vms = _rows.Texts(FlowFields.VmId).Values;
        return Top(_conversations.Codes, _conversations.Count, Of, AggregateSize.Chunk.Combinations, isKey: code => !FlowField.IsNone(vms[VmOf(code)]));

        int VmOf(int code) => (int)(_conversations[code] >> 32);

        Conversation Of(int code)
        {
            var pair = PairOf((int)(uint)_conversations[code]);
            return new(vms[VmOf(code)], pair.Source, pair.Destination);
        }
    }

    private TopList<ResourceId> Ids(FlowField field)
    {
        var texts = _rows.Texts(field);
        return Top(texts.Codes, texts.Values.Count, code => new ResourceId(texts.Values[code]), AggregateSize.Chunk.Keys);
    }

    /// <param name="codes">The number of its key a row.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="distinct">Counts all keys by <paramref name="hash"/>.</param>
    /// <param name="isKey">Whether a number stands for a key, not for no value.</param>
    private TopList<TKey> Top<TKey>(
        ReadOnlySpan<int> codes, int count, Func<int, TKey> keyOf, int capacity, DistinctCount? distinct = null, Func<TKey, ulong>? hash = null,
        TopMeasure measure = TopMeasure.Bytes, Func<int, bool>? isKey = null)
        where TKey : struct, IComparable<TKey>
    {
        using var sums = new CodeSums(_traffic, codes, count);
        var present = sums.Present(isKey);
        if (distinct is not null)
        {
            foreach (var code in present)
                distinct.Add(hash!(keyOf(code)));
        }

        var (kept, missing) = sums.Largest(present, capacity, measure);
        var shares = sums.Shares(codes, kept);
        var keys = new ListedKey<TKey>[kept.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = new(keyOf(kept[i]), shares[i], default);
        return TopList<TKey>.Of(capacity, measure, missing, keys);
    }
}
