using System.Runtime.ExceptionServices;
using FlowLog.Query;
using FlowLog.Scan;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>The records that a statement is about, as a table of SQLite's on one connection.</summary>
/// <param name="within">What holds for every record beside the statement's own conditions.</param>
/// <param name="isScannedOften">Whether the statement may go through the table more than once and must know records again.</param>
internal sealed class LogTable(IFlowTable table, FlowPredicate within, bool isScannedOften, CancellationToken cancellation)
{
    private readonly List<TablePlan> _plans = [];
    private readonly List<ChunkFeed> _feeds = [];
    private ScanCounts _walked;
    private Task<List<ChunkSource>>? _sources;

    /// <summary>What went wrong in a scan, which SQLite only knows as an error.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>The function <c>ip_in_cidr</c> on the table's connection.</summary>
    public FunctionBinding? InCidr { get; set; }

    public CancellationToken Cancellation => cancellation;

    /// <summary>Whether the statement that was prepared reads records.</summary>
    public bool IsRead => _plans.Count > 0;

    /// <returns>The plan's number.</returns>
    public unsafe int Plan(IndexInfo* info)
    {
        _plans.Add(TablePlan.Of(info));
        return _plans.Count - 1;
    }

    /// <summary>Begins to load what a plan needs.</summary>
    public (ScanPlan Plan, ChunkFeed Feed) Begin(int number, ReadOnlySpan<nint> values)
    {
        var plan = new ScanPlan(FlowPredicate.And(within, _plans[number].Predicate(values)), _plans[number].Wanted);
        var feed = new ChunkFeed(isScannedOften ? KnownSourcesAsync(_sources ??= ListAsync()) : table.ChunksAsync(plan, cancellation), plan, cancellation);
        _feeds.RemoveAll(Settle);
        _feeds.Add(feed);
        return (plan, feed);
    }

    public void Count(ScanCounts counts) => _walked += counts;

    /// <summary>Keeps an exception for whoever runs the statement.</summary>
    /// <returns>What SQLite is told.</returns>
    public int Fail(Exception exception)
    {
        Failure ??= ExceptionDispatchInfo.Capture(exception);
        return SqliteCodes.Error;
    }

    /// <summary>What was scanned, when all loading has ended. Every cursor must be closed.</summary>
    public async Task<ScanCounts> EndAsync()
    {
        foreach (var feed in _feeds)
        {
            await feed.Loading;
            Settle(feed);
        }

        _feeds.Clear();
        return _walked;
    }

    /// <summary>The chunks in the order in which they came at first, with all columns that any scan of the statement needs.</summary>
    private static async IAsyncEnumerable<ChunkSource> KnownSourcesAsync(Task<List<ChunkSource>> sources)
    {
        foreach (var source in await sources)
            yield return source;
    }

    private async Task<List<ChunkSource>> ListAsync()
    {
        var plan = new ScanPlan(within, _plans.SelectMany(each => each.Wanted.Concat(each.Tests.Select(test => test.Field))));
        var sources = new List<ChunkSource>();
        await foreach (var source in table.ChunksAsync(plan, cancellation).WithCancellation(cancellation))
            sources.Add(source);
        return sources;
    }

    private bool Settle(ChunkFeed feed)
    {
        if (!feed.Loading.IsCompleted)
            return false;
        _walked += feed.Skipped;
        return true;
    }
}
