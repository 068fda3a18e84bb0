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
    /// <summary>Capture and ingest that are further behind lose what was open.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const string Kind = "endedflowlog";

    /// <summary>Notes a flow log that is on its way to Inactive or out; does nothing for any other.</summary>
    public Task NoteAsync(Scope scope, FlowLog flowLog, CancellationToken cancellation) => flowLog.CapturedUntil is { } until
        ? table.PutAsync(ControlKeys.Partition(scope), ControlKeys.Row(Kind, flowLog.Id, until.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture)), flowLog, cancellation)
        : Task.CompletedTask;

    public IAsyncEnumerable<FlowLog> AllAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation).Select(row => row.Value);

    /// <summary>What ended last under this id; null if nothing is known.</summary>
    public async Task<FlowLog?> FindAsync(Scope scope, string id, CancellationToken cancellation) =>
        (await table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, id), cancellation).LastOrDefaultAsync(cancellation))?.Value;

    /// <summary>Removes what ended too long ago.</summary>
    public async Task ForgetAsync(Scope scope, DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (var row in table.AllAsync<FlowLog>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation))
            if (row.Value.CapturedUntil is not { } until || until < now - Kept)
                await table.RemoveAsync(ControlKeys.Partition(scope), row.Row, row.ETag, cancellation);
    }
}
