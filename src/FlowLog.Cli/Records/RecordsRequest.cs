using FlowLog.Cli.Output;
using FlowLog.Flows;

namespace FlowLog.Cli.Records;

/// <summary>What <c>flowlog records</c> was asked for.</summary>
internal sealed record RecordsRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Seconds; 0 for one window that holds everything.</summary>
    public int Window { get; init; }

    public IReadOnlyList<IpAddress> EniAddresses { get; init; } = [];

    public string? RulesFile { get; init; }

    public OutputFormat Format { get; init; }

    public bool Summary { get; init; }

    public bool InsideTunnels { get; init; }

    public bool Icmp { get; init; }

    public bool Multicast { get; init; } = true;

    public int MaxFlows { get; init; }

    /// <summary>Names of the columns to print of a file of chunks, in that order; none for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public int Threads { get; init; } = 1;

    public bool Strict { get; init; }
}
