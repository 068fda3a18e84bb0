using System.Text.Json.Nodes;
using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.Hostile;

/// <summary>Resources in a region of their own, whose every free text is HTML with scripts in it.</summary>
internal static class HostileAccount
{
    public const string Region = "cn-beijing";
    public const string Project = "hostile-texts";
    public const string Logstore = "hostile-logs";
    public const string User = "hostile";

    // Names begin with a letter.
    public const string Text = "a<img src=x onerror=alert(1)>\"'&amp;<script>alert(2)</script>";

    private const string In = "?regionId=" + Region;

    /// <summary>Makes one of each kind; the security group's id.</summary>
    public static async Task<string> MakeAsync(Api api)
    {
        var vpc = await api.MakeAsync("api/vpcs" + In, Named(("cidrBlock", "10.0.0.0/16")));
        var vswitch = await api.MakeAsync("api/vswitches" + In, Named(("vpcId", vpc), ("cidrBlock", "10.0.1.0/24")));
        var rule = new JsonObject { ["direction"] = "ingress", ["protocol"] = "tcp", ["portRange"] = "80/80", ["cidr"] = "0.0.0.0/0", ["description"] = Text };
        var group = await api.MakeAsync("api/securitygroups" + In, Named(("vpcId", vpc), ("rules", new JsonArray(rule))));
        await api.MakeAsync("api/enis" + In, Named(("vswitchId", vswitch), ("securityGroupIds", new JsonArray(group)), ("trafficSource", new JsonObject { ["type"] = "none" })));
        await api.MakeAsync("api/prefixlists" + In, Named(("entries", new JsonArray("192.0.2.0/24"))));
        await api.PostAsync("api/projects" + In, new() { ["name"] = Project, ["description"] = Text });
        await api.PostAsync($"api/projects/{Project}/logstores" + In, new() { ["name"] = Logstore, ["report"] = true, ["description"] = Text });
        await api.MakeAsync("api/flowlogs" + In, FlowLog(vpc));
        await api.PostAsync("api/users", new() { ["name"] = User, ["description"] = Text });
        return group;
    }

    private static JsonObject FlowLog(string vpc) => new()
    {
        ["name"] = "hostile",
        ["description"] = Text,
        ["resourceType"] = "VPC",
        ["resourceId"] = vpc,
        ["trafficType"] = "All",
        ["project"] = Project,
        ["logstore"] = Logstore,
        ["tags"] = new JsonArray(new JsonObject { ["key"] = Text, ["value"] = Text }),
    };

    private static JsonObject Named(params (string Name, JsonNode Value)[] rest)
    {
        var body = new JsonObject { ["name"] = Text, ["description"] = Text };
        foreach (var (name, value) in rest) body[name] = value;
        return body;
    }
}
