using FlowLog.Flows;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>What a body says about an ENI that may change later; null where it says nothing.</summary>
internal sealed record EniFields
{
    private const int MaxPrivateIpAddresses = 50;
    private const int MaxIpv6Addresses = 10;
    private const int MaxSecurityGroups = 10;

    private string? Name { get; init; }

    private string? Description { get; init; }

    private string? InstanceId { get; init; }

    private string? MacAddress { get; init; }

    private IReadOnlyList<string>? PrivateIpAddresses { get; init; }

    private IReadOnlyList<string>? Ipv6Addresses { get; init; }

    private IReadOnlyList<string>? SecurityGroupIds { get; init; }

    public TrafficSource? Source { get; private init; }

    /// <param name="isNew">Whether the ENI is to be made: then it needs security groups.</param>
    public static EniFields Read(BodyReader body, bool isNew) => new()
    {
        Name = body.Text("name", rule: InventoryRules.Name),
        Description = body.Text("description", rule: InventoryRules.Description),
        InstanceId = body.Text("instanceId", rule: InventoryRules.InstanceId),
        MacAddress = body.Text("macAddress", rule: InventoryRules.MacAddress)?.ToLowerInvariant(),
        PrivateIpAddresses = Addresses(body, "privateIpAddresses", isNew ? 0 : 1, MaxPrivateIpAddresses, InventoryRules.Ipv4Address),
        Ipv6Addresses = Addresses(body, "ipv6Addresses", 0, MaxIpv6Addresses, InventoryRules.Ipv6Address),
        SecurityGroupIds = List(body, "securityGroupIds", 1, MaxSecurityGroups, isNew, null),
        Source = body.Object("trafficSource", TrafficSource.Read),
    };

    /// <summary>The ENI with what the body says about it.</summary>
    public Eni Onto(Eni eni) => eni with
    {
        Name = Name ?? eni.Name,
        Description = Description ?? eni.Description,
        InstanceId = InstanceId is null ? eni.InstanceId : NullIfEmpty(InstanceId),
        MacAddress = MacAddress is null ? eni.MacAddress : NullIfEmpty(MacAddress),
        PrivateIpAddresses = PrivateIpAddresses ?? eni.PrivateIpAddresses,
        Ipv6Addresses = Ipv6Addresses ?? eni.Ipv6Addresses,
        SecurityGroupIds = SecurityGroupIds ?? eni.SecurityGroupIds,
        Source = Source?.SeededBy(eni.Id) ?? eni.Source,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static IReadOnlyList<string>? Addresses(BodyReader body, string name, int least, int most, Func<string, string?> rule) =>
        List(body, name, least, most, false, rule, text => IpAddress.Parse(text).ToString());

    /// <summary>A list without repetitions; <paramref name="write"/> makes equal what is written differently.</summary>
    private static IReadOnlyList<string>? List(
        BodyReader body, string name, int least, int most, bool required, Func<string, string?>? rule, Func<string, string>? write = null)
    {
        if (body.Texts(name, most, required, rule) is not { } texts)
            return null;
        string[] list = [.. write is null ? texts : texts.Select(write)];
        // What was refused is missing here, and a list that is empty for that is not short.
        if (list.Length < least && !body.HasProblemIn(name))
            body.Problem(name, "TooFew", FormattableString.Invariant($"has {list.Length} items; at least {least} must be given."));
        foreach (var twice in list.CountBy(text => text).Where(count => count.Value > 1))
            body.Problem(name, "MoreThanOnce", $"holds {(twice.Key.Length > 60 ? twice.Key[..60] + "…" : twice.Key)} more than once.");
        return list;
    }
}
