using System.Globalization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>
/// Rows of flow logs that were deactivated or deleted a short while ago, as they were then: until that time their traffic is captured, and
/// what was captured is delivered, whatever has become of the flow log since.
/// </summary>
internal sealed class EndedFlowLogs(ControlTable table)
{
    private const string Kind = "endedflowlog";

    /// <summary>Notes a flow log that is on its way to Inactive or out; does nothing for any other.</summary>
    public Task NoteAsync(Scope scope, FlowLog flowLog, CancellationToken cancellation) => flowLog.CapturedUntil is { } until
        ? table.PutAsync(ControlKeys.Partition(scope), ControlKeys.Row(Kind, flowLog.Id, until.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture)), flowLog, cancellation)
        : Task.CompletedTask;

    public IAsyncEnumerable<FlowLog> AllAsync(Scope scope, CancellationToken cancellation) =>
        RowsAsync(scope, cancellation).Select(row => row.Value);

    public IAsyncEnumerable<Stored<FlowLog>> RowsAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation);

    /// <summary>What ended last under this id; null if nothing is known.</summary>
    public async Task<FlowLog?> FindAsync(Scope scope, string id, CancellationToken cancellation) =>
        (await table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, id), cancellation).LastOrDefaultAsync(cancellation))?.Value;

    /// <summary>Notes that all of it has been captured; does nothing if the row has changed meanwhile.</summary>
    public Task NoteCapturedAsync(Scope scope, Stored<FlowLog> row, DateTimeOffset now, CancellationToken cancellation) =>
        table.ReplaceAsync(ControlKeys.Partition(scope), row.Row, row.Value with { CapturedAt = now }, row.ETag, cancellation);

    public Task ForgetAsync(Scope scope, Stored<FlowLog> row, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(scope), row.Row, row.ETag, cancellation);
}
