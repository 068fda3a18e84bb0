using System.Net;
using System.Text.Json.Nodes;
using FlowLogFunctions.Tests.OpenApi;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>An account that has something of everything, and whose state can be told.</summary>
internal sealed class Victim
{
    public const string Secret = "hidden treasure";

    private const string Policy = """{"Version":"1","Statement":[{"Effect":"Allow","Action":"vpc:Describe*","Resource":"acs:vpc:*:*:vpc/treasure"}]}""";

    /// <summary>What differs though nothing changed: times of asking and using.</summary>
    private static readonly string[] Volatile = ["lastUsedAt", "statistics", "completeness", "delivery", "from", "to", "time", "elapsedMilliseconds"];

    private static readonly string[] NotState = ["GetHealth", "GetOpenApi", "TailRecords", "ExportRecords", "ReadAudit", "ReadCompleteness", "ListPoison"];

    private Victim(Stage stage, Belongings has) => (Stage, Has) = (stage, has);

    public Stage Stage { get; }

    public ApiClient Account => Stage.Account;

    public Belongings Has { get; }

    public static async Task<Victim> OpenAsync(ApiFixture api)
    {
        var stage = await Stage.OpenAsync(api);
        return new(stage, await FurnishAsync(stage));
    }

    /// <summary>Gives an account what attacks are about.</summary>
    public static async Task<Belongings> FurnishAsync(Stage stage)
    {
        var account = stage.Account;
        var prefixes = await stage.MadeAsync("api/prefixlists", new { name = Secret, entries = new[] { "192.0.2.0/24" } });
        var group = (await account.PostAsync("api/securitygroups", new
        {
            vpcId = stage.VpcId,
            name = Secret,
            rules = new[] { new { direction = "ingress", protocol = "tcp", portRange = "443/443", prefixListId = prefixes, description = Secret } },
        })).Expect(HttpStatusCode.Created);
        var eni = await stage.MadeAsync("api/enis", new
        {
            vswitchId = stage.VSwitchId,
            name = Secret,
            instanceId = $"i-{account.AccountId}",
            securityGroupIds = new[] { group.Text("id") },
            trafficSource = new { type = "pcap" },
        });
        await stage.EniAsync("10.0.1.77", new { type = "generator", seed = 7, flowsPerMinute = 20 });
        var (logstore, file) = ($"treasure-{account.AccountId}", $"treasure-{account.AccountId}.pcap");
        await stage.PutCaptureAsync(eni, file, Pcaps.Of(new PcapPacket(stage.Time.Seconds + 5, "10.0.1.5", "192.0.2.9", 443, 50_000, 100)));
        await stage.LogstoreAsync(logstore);
        var flowLog = await stage.FlowLogAsync(logstore);
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
        (await account.PostAsync("api/users", new { name = $"user-{account.AccountId}", description = Secret, policies = Array.Empty<string>() })).Expect(HttpStatusCode.Created);
        var key = (await account.PostAsync($"api/users/user-{account.AccountId}/accesskeys")).Expect(HttpStatusCode.Created);
        (await account.PutAsync($"api/users/user-{account.AccountId}/policy", Policy)).Expect(HttpStatusCode.OK);
        return new(new Dictionary<string, string>
        {
            ["VpcId"] = stage.VpcId,
            ["VSwitchId"] = stage.VSwitchId,
            ["EniId"] = eni,
            ["SecurityGroupId"] = group.Text("id")!,
            ["PrefixListId"] = prefixes,
            ["FlowLogId"] = flowLog,
            ["RuleId"] = group.Json.GetProperty("rules")[0].GetProperty("id").GetString()!,
            ["ProjectName"] = stage.Project,
            ["LogstoreName"] = logstore,
            ["UserName"] = $"user-{account.AccountId}",
            ["CaptureFileName"] = file,
            ["AccessKeyId"] = key.Text("accessKeyId")!,
            ["InstanceId"] = $"i-{account.AccountId}",
            ["version"] = "1",
            ["report"] = "traffic",
        });
    }

    /// <summary>Texts of which none may be in another account's answers, but those it sent itself.</summary>
    public IEnumerable<string> Secrets => Has.Texts.Append(Secret).Append(Account.AccountId);

    /// <summary>What every reading operation of the API says of it.</summary>
    public async Task<string> StateAsync()
    {
        var told = new List<string>();
        foreach (var operation in Operation.All.Where(operation => operation.Method == "get" && !NotState.Contains(operation.Id)))
        {
            var range = operation.Parameters("query").Contains("from") ? "?from=1700000000&to=1700086400" : "";
            if (operation.Id is "ReadRecords" or "RunQuery")
                range = "?from=0&to=4000000000";
            var by = operation.Id == "ReadGroups" ? "&by=eni-id" : "";
            var answer = await Account.GetAsync(Requests.Path(operation, Has) + range + by);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{operation.Id}: {answer.Json}");
            told.Add($"{operation.Id} {Steady(JsonNode.Parse(answer.Json.GetRawText()))?.ToJsonString()}");
        }

        return string.Join('\n', told);
    }

    private static JsonNode? Steady(JsonNode? node)
    {
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(one => Steady(one?.DeepClone()))]);
        if (node is not JsonObject some)
            return node?.DeepClone();
        return new JsonObject(some.Where(one => !Volatile.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, Steady(one.Value))));
    }
}
