using FlowLog.Cli.Records;
using FlowLog.Files.Packing;

namespace FlowLog.Cli.Pack;

/// <summary>What <c>flowlog pack</c> was asked for.</summary>
internal sealed record PackRequest
{
    /// <summary>The files, and how those are read that hold packets or tuples, which are added up to records.</summary>
    public required RecordsRequest Flows { get; init; }

    public required string Output { get; init; }

    /// <summary>Whether a file of that name is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>The ENI of records that do not say theirs.</summary>
    public string EniId { get; init; } = "";

    public required PackSettings Settings { get; init; }

    public bool Stats { get; init; }
}
