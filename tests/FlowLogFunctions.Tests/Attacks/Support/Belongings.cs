namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>What an account has: an id or name of each kind that the OpenAPI document knows.</summary>
internal sealed class Belongings(IReadOnlyDictionary<string, string> byKind)
{
    /// <summary>Ids and names of the right form that nobody has.</summary>
    public static Belongings OfNobody { get; } = new(new Dictionary<string, string>
    {
        ["VpcId"] = "vpc-bp1nobody000000000",
        ["VSwitchId"] = "vsw-bp1nobody000000000",
        ["EniId"] = "eni-bp1nobody000000000",
        ["SecurityGroupId"] = "sg-bp1nobody000000000",
        ["PrefixListId"] = "pl-bp1nobody000000000",
        ["FlowLogId"] = "fl-bp1nobody000000000",
        ["RuleId"] = "sgr-bp1nobody000000000",
        ["ProjectName"] = "nobodys-project",
        ["LogstoreName"] = "nobodys-logstore",
        ["UserName"] = "nobody",
        ["CaptureFileName"] = "nobody.pcap",
        ["AccessKeyId"] = "LTAInobody0000000000",
        ["InstanceId"] = "i-nobody",
        ["version"] = "1",
        ["report"] = "traffic",
    });

    public IEnumerable<string> Texts => byKind.Where(one => one.Key is not ("version" or "report")).Select(one => one.Value);

    public string this[string kind] => byKind.TryGetValue(kind, out var value)
        ? value
        : throw new KeyNotFoundException($"The attacks do not know what {kind} is: say so in Kinds and in Belongings, for an account and for nobody.");

    public Belongings With(string kind, string value) => new(new Dictionary<string, string>(byKind) { [kind] = value });
}
