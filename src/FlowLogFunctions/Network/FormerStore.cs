using System.Globalization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>
/// Rows of former states of one kind of resource, by the time when they ended, so that traffic is judged by what was in force when it
/// passed. Old ones go as new ones come.
/// </summary>
internal abstract class FormerStore<T>(ControlTable table, string kind)
    where T : Former
{
    /// <summary>Older traffic is judged by the oldest state that is still known.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Rows of an account's region; what a query answers at once.</summary>
    private const int MaxRows = 1_000;

    /// <summary>Rows that go with one that comes; a transaction has room for 99.</summary>
    private const int MaxRemoved = 50;

    /// <summary>From the one that ended first.</summary>
    public IAsyncEnumerable<T> AllAsync(Scope scope, CancellationToken cancellation) => RowsAsync(scope, cancellation).Select(row => row.Value);

    /// <summary>Adds a state that ends now to a decision. Of several that end at one moment only the first was ever in force.</summary>
    public async Task EndAsync(Scope scope, T former, ControlChanges changes, CancellationToken cancellation)
    {
        var row = ControlKeys.Row(kind, former.UntilMilliseconds.ToString("D15", CultureInfo.InvariantCulture), former.Id);
        var rows = await RowsAsync(scope, cancellation).ToListAsync(cancellation);
        if (rows.Exists(other => other.Row == row))
            return;
        changes.Add(row, former);
        var surplus = rows.Count + 1 - MaxRows;
        foreach (var old in rows.Where((old, i) => i < surplus || old.Value.Until < former.Until - Kept).Take(MaxRemoved))
            changes.Remove(old.Row, old.ETag);
    }

    private IAsyncEnumerable<Stored<T>> RowsAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<T>(ControlKeys.Partition(scope), ControlKeys.Prefix(kind), cancellation);
}
