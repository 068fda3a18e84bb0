using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Lists the flow logs of a region, or shows one, with the state of their delivery.</summary>
internal sealed class DescribeFlowLogs(FlowLogStore flowLogs, FlowLogDelivery delivery, DeliveryHealthStore health, TimeProvider time)
{
    public async Task<Outcome<Page<FlowLogAnswer>>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        var filter = FlowLogFilter.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        var found = await flowLogs.PageAsync(caller.Scope, page, filter.Fits, cancellation);
        var answers = new List<FlowLogAnswer>();
        foreach (var row in found.Items)
            answers.Add((await ShowAsync(caller, row, cancellation)).Value);
        return new Page<FlowLogAnswer>(answers, found.Cursor);
    }

    public async Task<Outcome<Versioned<FlowLogAnswer>>> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await flowLogs.FindAsync(caller.Scope, id, cancellation) is { } found
            ? await ShowAsync(caller, found, cancellation)
            : FlowLogStore.Missing(id);

    /// <summary>A row with the state of its delivery.</summary>
    public async Task<Versioned<FlowLogAnswer>> ShowAsync(Caller caller, Stored<FlowLog> row, CancellationToken cancellation)
    {
        var error = await delivery.FindErrorAsync(caller.Scope, row.Value, cancellation);
        var measured = await health.FindAsync(caller.Scope, row.Value.Id, cancellation);
        return row.Versioned.Select(flowLog => FlowLogAnswer.Of(flowLog, caller.Region, error, measured, time.GetUtcNow()));
    }
}
