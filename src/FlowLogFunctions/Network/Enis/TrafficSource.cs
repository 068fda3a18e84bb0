using System.Text.Json.Serialization;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Where an ENI's traffic comes from.</summary>
/// <param name="Seed">Of a generator: 1 to 2147483647, the same seed makes the same traffic; else 0.</param>
/// <param name="FlowsPerMinute">Of a generator: 1 to 100000; else 0.</param>
internal sealed record TrafficSource(
    [property: JsonConverter(typeof(CamelCaseEnum<TrafficSourceType>))] TrafficSourceType Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] long Seed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int FlowsPerMinute)
{
    public const int DefaultFlowsPerMinute = 200;
    public const int MaxFlowsPerMinute = 100_000;
    public const int MaxSamplingRate = 100_000;

    /// <summary>What an ENI has unless it is told otherwise: it waits for capture files.</summary>
    public static readonly TrafficSource Pcap = new(TrafficSourceType.Pcap, 0, 0);

    /// <summary>Of a source that sees packets: 1 of so many is looked at and stands for all; 0 for every packet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int SamplingRate { get; init; }

    /// <summary>Of a source that sees packets: whether the one inside VXLAN, Geneve and GRE counts, in place of the one outside.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InsideTunnels { get; init; }

    /// <summary>Of type interface: its name on the host; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Interface { get; init; }

    /// <summary>Of AWS's flow logs: the interface's id there; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? InterfaceId { get; init; }

    private bool SeesPackets => Type is TrafficSourceType.Pcap or TrafficSourceType.Interface;

    /// <summary>A generator without a seed reads as one with seed 0, until <see cref="SeededBy"/>.</summary>
    public static TrafficSource Read(BodyReader body)
    {
        var source = ReadType(body);
        var rate = body.Number("samplingRate", 1, MaxSamplingRate);
        var inside = body.Flag("insideTunnels");
        if (!source.SeesPackets && !body.HasProblem("type"))
        {
            foreach (var name in new[] { "samplingRate", "insideTunnels" }.Where(body.Has))
                body.Problem(name, "ValueNotSupported", "is only for a traffic source that sees packets: pcap or interface.");
        }

        return source with { SamplingRate = rate is null or 1 ? 0 : rate.Value, InsideTunnels = inside ?? false };
    }

    private static TrafficSource ReadType(BodyReader body)
    {
        var type = CamelCaseEnum<TrafficSourceType>.Parse(body.Choice("type", CamelCaseEnum<TrafficSourceType>.Names, required: true));
        var seed = body.Number("seed", 1, int.MaxValue);
        var flows = body.Number("flowsPerMinute", 1, MaxFlowsPerMinute);
        var name = Own(body, type, "interface", TrafficSourceType.Interface, InventoryRules.InterfaceName);
        var interfaceId = Own(body, type, "interfaceId", TrafficSourceType.AwsFlowLogs, InventoryRules.InterfaceId);
        if (type == TrafficSourceType.Generator)
            return new(TrafficSourceType.Generator, seed ?? 0, flows ?? DefaultFlowsPerMinute);
        foreach (var other in type is null ? [] : new[] { "seed", "flowsPerMinute" }.Where(body.Has))
            body.Problem(other, "ValueNotSupported", "is only for a traffic source of type generator.");
        return new(type ?? TrafficSourceType.None, 0, 0) { Interface = name, InterfaceId = interfaceId };
    }

    /// <summary>A text that one type needs and no other takes.</summary>
    private static string? Own(BodyReader body, TrafficSourceType? type, string name, TrafficSourceType owner, Func<string, string?> rule)
    {
        var text = body.Text(name, type == owner, rule);
        if (type is null || type == owner || !body.Has(name))
            return text;
        body.Problem(name, "ValueNotSupported", $"is only for a traffic source of type {CamelCaseEnum<TrafficSourceType>.NameOf(owner)}.");
        return null;
    }

    /// <summary>Gives a generator that has no seed one that follows from the ENI's id, so that ENIs differ from each other.</summary>
    public TrafficSource SeededBy(string eniId)
    {
        if (Type != TrafficSourceType.Generator || Seed != 0)
            return this;
        // FNV-1a: the same on every machine and in every process.
        var hash = eniId.Aggregate(2166136261u, (sum, letter) => (sum ^ letter) * 16777619);
        return this with { Seed = (hash % int.MaxValue) + 1 };
    }
}
