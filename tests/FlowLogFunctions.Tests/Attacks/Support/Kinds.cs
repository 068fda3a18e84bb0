using System.Text.Json;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>Tells which parameters and properties of the OpenAPI document name something that an account has.</summary>
internal static class Kinds
{
    private static readonly string[] OfSchemas =
    [
        "VpcId", "VSwitchId", "EniId", "SecurityGroupId", "PrefixListId", "FlowLogId", "RuleId", "ProjectName", "LogstoreName", "UserName", "CaptureFileName",
    ];

    private static readonly Dictionary<string, string> OfNames = new()
    {
        ["resourceId"] = "VpcId",
        ["vpcId"] = "VpcId",
        ["vswitchId"] = "VSwitchId",
        ["eniId"] = "EniId",
        ["securityGroupId"] = "SecurityGroupId",
        ["flowLogId"] = "FlowLogId",
        ["project"] = "ProjectName",
        ["logstore"] = "LogstoreName",
        ["user"] = "UserName",
        ["instanceId"] = "InstanceId",
    };

    /// <summary>Of a parameter in a path: each is of some kind.</summary>
    public static string OfPath(string name, JsonElement schema) => Of(name, schema) ?? (name == "id" ? "AccessKeyId" : name);

    /// <summary>Null if it names nothing.</summary>
    public static string? Of(string name, JsonElement schema)
    {
        var referred = schema.TryGetProperty("$ref", out var target) ? target.GetString()!.Split('/')[^1] : "";
        return OfSchemas.Contains(referred) ? referred : OfNames.GetValueOrDefault(name);
    }
}
