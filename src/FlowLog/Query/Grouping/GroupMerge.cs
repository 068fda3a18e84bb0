namespace FlowLog.Query.Grouping;

/// <summary>Puts the groups of all threads together.</summary>
internal static class GroupMerge
{
    /// <summary>The first groups, in order.</summary>
    /// <param name="top">An empty list of the first ones.</param>
    /// <param name="table">An empty table.</param>
    public static IReadOnlyList<GroupRow> Top<TKey>(
        IReadOnlyList<GroupWorker<TKey>> workers, Func<GroupTop> top, Func<HashGroups<TKey>> table, int threads, CancellationToken cancellation)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        var whole = top();
        if (workers.Any(worker => worker.Spilled.Count > 0))
            AddParts(workers, whole, top, table, threads, cancellation);
        else
            whole.Add(Together(workers, table));
        return whole.Rows();
    }

    private static void AddParts<TKey>(
        IReadOnlyList<GroupWorker<TKey>> workers, GroupTop whole, Func<GroupTop> top, Func<HashGroups<TKey>> table, int threads, CancellationToken cancellation)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.ForEach(workers, options, worker => worker.SpillAll());
        var spilled = workers.SelectMany(worker => worker.Spilled).ToList();
        Parallel.For(0, SpilledGroups<TKey>.Parts, options, () => (Groups: table(), Top: top()), (part, _, state) =>
        {
            foreach (var groups in spilled)
                groups.AddTo(state.Groups, part);
            state.Top.Add(state.Groups);
            state.Groups.Clear();
            return state;
        }, state =>
        {
            lock (whole)
                whole.Add(state.Top);
        });
    }

    private static IGroups Together<TKey>(IReadOnlyList<GroupWorker<TKey>> workers, Func<HashGroups<TKey>> table)
        where TKey : unmanaged, IKeyBits<TKey>
    {
        var dense = workers.Select(worker => worker.Dense).OfType<DenseGroups>().Aggregate(new List<DenseGroups>(), (apart, next) =>
        {
            if (apart.Count == 0 || !apart[0].TryMerge(next))
                apart.Add(next);
            return apart;
        });
        IGroups[] left = [.. workers.Select(worker => worker.Hashed).OfType<IGroups>(), .. dense];
        if (left.Length == 1)
            return left[0];
        var whole = left[0] as HashGroups<TKey> ?? table();
        foreach (var groups in left.Where(groups => groups != whole))
            whole.Add(groups);
        return whole;
    }
}
