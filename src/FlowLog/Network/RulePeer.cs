using FlowLog.Flows;

namespace FlowLog.Network;

/// <summary>
/// One side of a rule. Of several that are given one counts: the CIDR block before the group, and the prefix list only where
/// neither is given. With none given the side is no condition.
/// </summary>
public readonly record struct RulePeer
{
    /// <summary>No condition.</summary>
    public static readonly RulePeer Any;

    public Cidr? Cidr { get; init; }

    /// <summary>A security group: the addresses of its members.</summary>
    public string? GroupId { get; init; }

    public string? PrefixListId { get; init; }

    public bool IsAny => Effective == Any;

    /// <summary>This side with only what counts.</summary>
    public RulePeer Effective
    {
        get
        {
            if (Cidr is not null)
                return new RulePeer { Cidr = Cidr };
            if (!string.IsNullOrEmpty(GroupId))
                return new RulePeer { GroupId = GroupId };
            return string.IsNullOrEmpty(PrefixListId) ? Any : new RulePeer { PrefixListId = PrefixListId };
        }
    }

    public static RulePeer Of(Cidr cidr) => new() { Cidr = cidr };

    public static RulePeer Group(string id) => new() { GroupId = id };

    public static RulePeer PrefixList(string id) => new() { PrefixListId = id };

    /// <summary>What counts: the block, the id, or <c>any</c>.</summary>
    public override string ToString() => Cidr?.ToString() ?? Effective.GroupId ?? Effective.PrefixListId ?? "any";
}
