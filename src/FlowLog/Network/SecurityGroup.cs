namespace FlowLog.Network;

/// <summary>One version of a security group; every change makes the next.</summary>
public sealed record SecurityGroup
{
    public required string Id { get; init; }

    public SecurityGroupType Type { get; init; }

    /// <summary>Without effect in advanced groups.</summary>
    public InnerAccess InnerAccess { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Unix milliseconds from which this version is in force, until the next one's.</summary>
    public long EffectiveFrom { get; init; }

    /// <summary>In the order in which they were added: among rules that agree in priority and policy the first one decides.</summary>
    public IReadOnlyList<SecurityRule> Rules { get; init; } = [];
}
