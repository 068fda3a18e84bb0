using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Grouping;

/// <summary>
/// Answers grouped queries from encoded columns. Each thread reads the numbers of a step's keys and adds its values to groups: to places
/// of an array as long as keys have few values, else to a hash table that is put aside when it is full. At the end the threads' groups are
/// put together, part by part if some were put aside, and the first rows are kept.
/// </summary>
public static class GroupRun
{
    /// <summary>Bytes of groups that are put aside, of all threads.</summary>
    public const long DefaultMemory = 2L << 30;

    /// <summary>Keys at most.</summary>
    public const int MaxKeys = 16;

    /// <param name="threads">At least 1.</param>
    /// <param name="memory">Bytes of groups that may be put aside.</param>
    /// <exception cref="ArgumentException">Selections that do not have the same shape, or measures and orders that there are not.</exception>
    /// <exception cref="OverflowException">A sum beyond 64 bits.</exception>
    /// <exception cref="QueryLimitException">More groups than <paramref name="memory"/> holds.</exception>
    /// <exception cref="ChunkFormatException">A chunk is damaged.</exception>
    public static async Task<GroupAnswer> RunAsync(
        GroupQuery query, IFlowTable table, int threads, CancellationToken cancellation, long memory = DefaultMemory)
    {
        var keys = KeysOf(query, table.Addresses ?? new());
        var layout = new KeyLayout([.. keys.Select(key => key.Width)]);
        return layout.Bits switch
        {
            <= 64 => await RunAsync<KeyBits64>(query, keys, layout, table, threads, memory, cancellation),
            <= 128 => await RunAsync<KeyBits128>(query, keys, layout, table, threads, memory, cancellation),
            _ => await RunAsync<KeyBits512>(query, keys, layout, table, threads, memory, cancellation),
        };
    }

    private static KeyNumbers[] KeysOf(GroupQuery query, AddressBook addresses)
    {
        var first = query.Selections[0];
        if (query.Selections.Any(other => other.Keys.Count != first.Keys.Count || other.Values.Count != first.Values.Count))
            throw new ArgumentException("Selections of several shapes.", nameof(query));
        if (first.Keys.Count > MaxKeys)
            throw new ArgumentException($"{first.Keys.Count} keys; at most {MaxKeys} are allowed.", nameof(query));
        if (query.Selections.SelectMany(selection => selection.Values).FirstOrDefault(value => value.Kind != FieldKind.Number) is { } wrong)
            throw new ArgumentException($"{wrong} is of kind {wrong.Kind}; only numbers add up.", nameof(query));
        return [.. first.Keys.Select((_, key) => KeyNumbers.Of([.. query.Selections.Select(selection => selection.Keys[key])], addresses))];
    }

    private static async Task<GroupAnswer> RunAsync<TKey>(
        GroupQuery query, KeyNumbers[] keys, KeyLayout layout, IFlowTable table, int threads, long memory, CancellationToken cancellation)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        var shape = new GroupShape(query.Measures, query.Selections[0].Values.Count);
        var ranking = new GroupRanking(shape, keys, query.Order);
        var budget = new GroupBudget(memory, shape, layout);
        List<GroupWorker<TKey>> workers = [];
        var counts = default(ScanCounts);
        foreach (var selection in query.Selections)
        {
            var plan = new ScanPlan(selection.Where, GroupReader.FieldsOf(selection));
            var idle = new Stack<GroupWorker<TKey>>(workers);
            var scan = new FlowScan<GroupWorker<TKey>>(plan, threads);
            var (states, more) = await scan.RunAsync(table.ChunksAsync(plan, cancellation), Begin, (worker, step) => worker.Add(step), cancellation);
            workers = [.. states, .. idle];
            counts += more;

            GroupWorker<TKey> Begin()
            {
                lock (idle)
                {
                    var worker = idle.TryPop(out var used) ? used : new(shape, keys, layout, budget.Take);
                    worker.Begin(new(selection, keys));
                    return worker;
                }
            }
        }

        if (workers.Count == 0)
            workers.Add(new(shape, keys, layout, budget.Take));
        var most = (int)Math.Min(int.MaxValue, (long)query.Offset + query.Limit);
        var top = GroupMerge.Top(workers, () => new(shape, keys.Length, ranking, most), () => new(shape, layout), threads, cancellation);
        return new(Table(query, shape, keys, top.Skip(query.Offset)), counts);
    }

    private static QueryTable Table(GroupQuery query, GroupShape shape, KeyNumbers[] keys, IEnumerable<GroupRow> rows)
    {
        List<QueryColumn> columns =
        [
            .. keys.Select((key, place) => new QueryColumn(FormattableString.Invariant($"k{place}"), key.Type)),
            .. query.Measures.Select((_, place) => new QueryColumn(FormattableString.Invariant($"m{place}"), shape.TypeOf(place))),
        ];
        return new(columns, [.. rows.Select(row => row.Numbers.Select((number, key) => number == 0 ? null : keys[key].Value(number)).Concat(row.Measures).ToArray())]);
    }
}
