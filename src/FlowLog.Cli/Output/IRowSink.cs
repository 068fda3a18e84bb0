using FlowLog.Cli.Records;

namespace FlowLog.Cli.Output;

/// <summary>Where rows go: printed as they come, kept for a table, or added up.</summary>
internal interface IRowSink
{
    Task PrintAsync(IEnumerable<FlowRow> rows, CancellationToken cancellation);

    /// <summary>After the last row.</summary>
    Task EndAsync(CancellationToken cancellation);
}
