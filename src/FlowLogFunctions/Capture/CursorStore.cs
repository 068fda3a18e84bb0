using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>Rows of capture cursors, one an ENI.</summary>
internal sealed class CursorStore(ControlTable table)
{
    private const string Kind = "cursor";

    public Task<Stored<CaptureCursor>?> FindAsync(Scope scope, string eniId, CancellationToken cancellation) =>
        table.FindAsync<CaptureCursor>(ControlKeys.Partition(scope), ControlKeys.Row(Kind, eniId), cancellation);

    /// <summary>Adds the first cursor (<paramref name="etag"/> null) or replaces that version; null if another run was faster.</summary>
    public Task<Stored<CaptureCursor>?> SaveAsync(Scope scope, string eniId, CaptureCursor cursor, string? etag, CancellationToken cancellation) =>
        etag is null
            ? table.AddAsync(ControlKeys.Partition(scope), ControlKeys.Row(Kind, eniId), cursor, cancellation)
            : table.ReplaceAsync(ControlKeys.Partition(scope), ControlKeys.Row(Kind, eniId), cursor, etag, cancellation);
}
