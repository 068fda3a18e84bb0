using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Rows of flow logs, and of the scopes that ever had one.</summary>
internal sealed class FlowLogStore(ControlTable table)
{
    private const string Kind = "flowlog";

    public static string Row(string id) => ControlKeys.Row(Kind, id);

    public static Refusal Missing(string id) => Refusal.NotFound("flow log", id, "InvalidInstanceId.NotFound");

    public async Task<Stored<FlowLog>?> FindAsync(Scope scope, string id, CancellationToken cancellation) =>
        FlowLogTexts.IsId(id) ? await table.FindAsync<FlowLog>(ControlKeys.Partition(scope), Row(id), cancellation) : null;

    public IAsyncEnumerable<Stored<FlowLog>> AllAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation);

    public Task<Page<Stored<FlowLog>>> PageAsync(Scope scope, PageRequest page, Func<FlowLog, bool> where, CancellationToken cancellation) =>
        table.PageAsync(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), page, cancellation, where);

    /// <summary>Reads, judges and replaces a flow log.</summary>
    public async Task<Outcome<Stored<FlowLog>>> ChangeAsync(
        Scope scope, string id, string? ifMatch, Func<FlowLog, Outcome<FlowLog>> change, CancellationToken cancellation) =>
        FlowLogTexts.IsId(id)
            ? await table.ChangeAsync(new(ControlKeys.Partition(scope), Row(id), "flow log", Missing(id)), ifMatch, change, cancellation)
            : Missing(id);

    /// <summary>Replaces what was read; false if it was changed since, or is gone.</summary>
    public async Task<bool> ReplaceAsync(Scope scope, Stored<FlowLog> read, FlowLog next, CancellationToken cancellation) =>
        await table.ReplaceAsync(ControlKeys.Partition(scope), read.Row, next, read.ETag, cancellation) is not null;

    /// <summary>Removes what was read; false if it was changed since, or is gone.</summary>
    public Task<bool> RemoveAsync(Scope scope, Stored<FlowLog> read, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(scope), read.Row, read.ETag, cancellation);

    /// <summary>Lets capture look here from now on. Written before a scope's first flow log, so that none is overlooked.</summary>
    public Task NoteScopeAsync(Scope scope, CancellationToken cancellation) =>
        table.PutAsync(ControlKeys.Scopes, ControlKeys.Partition(scope), scope, cancellation);

    /// <summary>The accounts and regions that ever had a flow log.</summary>
    public IAsyncEnumerable<Scope> ScopesAsync(CancellationToken cancellation) =>
        table.AllAsync<Scope>(ControlKeys.Scopes, "", cancellation).Select(row => row.Value);
}
