using System.Net;
using System.Text.Json;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Hits;

[Collection(ApiCollection.Name)]
public sealed class ReadRuleHitsTests(ApiFixture api)
{
    private const string Own = "10.0.1.10";
    private const string Peer = "203.0.113.5";

    private static readonly object Pcap = new { type = "pcap" };
    private static readonly object Web = new { direction = "ingress", protocol = "tcp", portRange = "80/80", cidr = "0.0.0.0/0" };
    private static readonly object Never = new { direction = "ingress", protocol = "gre", cidr = "198.51.100.0/24", policy = "drop" };

    [Fact]
    public async Task Hits_AreThoseOfTheRecords_InWhicheverLogstoresTheyLie()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync(Own, Pcap, Web, Never);
        foreach (var logstore in new[] { "all", "again", "drop", "unused" })
            await stage.LogstoreAsync(logstore);
        await stage.LogstoreAsync("plain", report: false);
        await stage.FlowLogAsync("all");
        await stage.FlowLogAsync("again", type: "ENI", resource: eni);
        await stage.FlowLogAsync("drop", trafficType: "Drop", type: "VSwitch", resource: stage.VSwitchId);
        await stage.FlowLogAsync("plain");
        await CaptureAsync(stage, eni, stage.Time.Seconds - 7200);
        var group = await GroupOfAsync(stage, eni);

        var answer = await HitsAsync(stage, group);

        var records = (await stage.RecordsAsync("all")).Where(record => record.Status == LogStatus.Ok).ToList();
        Assert.Equal(5, records.Count);
        Assert.Equal(records.GroupBy(record => record.RuleId).Select(Shown).Order(), Items(answer).Where(HasHits).Select(Shown).Order());
        Assert.Equal(
            [$"{await RuleAsync(stage, group, 0)} 1", $"{await RuleAsync(stage, group, 1)} 1", "inner-access-accept ", "default-ingress-drop ", "default-egress-accept "],
            Items(answer).Select(item => $"{item.GetProperty("ruleId").GetString()} {(item.TryGetProperty("ruleVersion", out var version) ? version : "")}"));
        var none = Items(answer)[1];
        Assert.Equal(0, none.GetProperty("records").GetInt32());
        Assert.False(none.TryGetProperty("firstHit", out _) || none.TryGetProperty("lastHit", out _));
        Assert.Equal(["again", "all", "drop"], Logstores(answer));
        Assert.True(answer.Json.GetProperty("completeness").GetProperty("observed").GetInt64() >= 0);
    }

    [Fact]
    public async Task Range_LimitsWhatCounts()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync(Own, Pcap, Web);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        var old = stage.Time.Seconds - (30 * 3600);
        await CaptureAsync(stage, eni, old);
        var group = await GroupOfAsync(stage, eni);

        Assert.DoesNotContain(Items(await HitsAsync(stage, group)), HasHits);
        Assert.Contains(Items(await HitsAsync(stage, group, $"?from={old}")), HasHits);
        // Only the first record begins in its first second.
        Assert.Equal(1, Items(await HitsAsync(stage, group, $"?from={old}&to={old + 1}")).Sum(item => item.GetProperty("records").GetInt32()));
    }

    [Fact]
    public async Task DefaultsOfOthers_AreNotTheGroups()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync(Own, Pcap, Web);
        var other = await stage.EniAsync("10.0.1.11", Pcap);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await CaptureAsync(stage, eni, stage.Time.Seconds - 7200);

        Assert.Contains(Items(await HitsAsync(stage, await GroupOfAsync(stage, eni))), HasHits);
        Assert.DoesNotContain(Items(await HitsAsync(stage, await GroupOfAsync(stage, other))), HasHits);
    }

    [Fact]
    public async Task EniThatChangedItsGroup_CountsForEachWhileItWasInIt()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync(Own, Pcap);
        var before = await GroupOfAsync(stage, eni);
        var after = await stage.MadeAsync("api/securitygroups", new { vpcId = stage.VpcId });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await CaptureAsync(stage, eni, stage.Time.Seconds - 7200);
        (await stage.Account.PatchAsync($"api/enis/{eni}", new { securityGroupIds = new[] { after } })).Expect(HttpStatusCode.OK);
        await CaptureAsync(stage, eni, stage.Time.Seconds + 120, times: 2);
        var range = $"?from={stage.Time.Seconds - 10_000}&to={stage.Time.Seconds + 3600}";

        Assert.Equal((3, 6), (DropsOf(await HitsAsync(stage, before, range)), DropsOf(await HitsAsync(stage, after, range))));
    }

    [Fact]
    public async Task FormerVersions_AreToldApart_AndFormerRulesAreThere()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync(Own, Pcap, Web);
        var group = await GroupOfAsync(stage, eni);
        var web = await RuleAsync(stage, group, 0);
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        await CaptureAsync(stage, eni, stage.Time.Seconds - 7200);
        (await stage.Account.PutAsync($"api/securitygroups/{group}/rules", new { rules = new[] { Web, Never } })).Expect(HttpStatusCode.OK);
        await CaptureAsync(stage, eni, stage.Time.Seconds + 120);
        var range = $"?from={stage.Time.Seconds - 10_000}&to={stage.Time.Seconds + 3600}";

        Assert.Equal([$"{web} 1", $"{web} 2"], await VersionsWithHitsAsync(stage, group, range));
        (await stage.Account.PutAsync($"api/securitygroups/{group}/rules", new { rules = new[] { Never } })).Expect(HttpStatusCode.OK);
        Assert.Equal([$"{web} 1", $"{web} 2"], await VersionsWithHitsAsync(stage, group, range));
    }

    [Fact]
    public async Task WithoutAFlowLog_NothingIsAsked()
    {
        await using var stage = await Stage.OpenAsync(api);
        var group = await stage.MadeAsync("api/securitygroups", new { vpcId = stage.VpcId, type = "enterprise", rules = new[] { Web } });

        var answer = await HitsAsync(stage, group);

        Assert.Equal(3, Items(answer).Count);
        Assert.Empty(Logstores(answer));
        Assert.False(answer.Json.TryGetProperty("completeness", out _));
    }

    [Fact]
    public async Task GroupThatIsNotThere_OrWrongParameters_AreRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        var group = await stage.MadeAsync("api/securitygroups", new { vpcId = stage.VpcId });
        var path = $"api/securitygroups/{group}/hits";

        (await api.NewAccount().GetAsync(path)).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupId.NotFound");
        (await stage.Account.GetAsync("api/securitygroups/nobody/hits")).Expect(HttpStatusCode.NotFound, "InvalidSecurityGroupId.NotFound");
        Assert.Equal(["from InvalidTimeRange", "more UnknownParameter"], (await stage.Account.GetAsync(path + "?from=5&to=5&more=1")).Expect(HttpStatusCode.BadRequest).Errors);
        (await (await SubUser.CreateAsync(stage.Account, "reader")).GetAsync(path)).Expect(HttpStatusCode.OK);
    }

    /// <summary>Two connections that the rule for port 80 lets in, and two that nothing does.</summary>
    private static async Task CaptureAsync(Stage stage, string eni, long from, int times = 1)
    {
        await stage.PutCaptureAsync(eni, $"{from}.pcap", Pcaps.Of(
        [
            .. Enumerable.Range(0, times).SelectMany(time => new PcapPacket[]
            {
                new(from, Peer, Own, 40_000 + (time * 10), 80, 100),
                new(from + 1, Own, Peer, 80, 40_000 + (time * 10), 1_500),
                new(from + 2, Peer, Own, 40_001 + (time * 10), 80, 100),
                new(from + 3, Peer, Own, 40_002 + (time * 10), 22, 60),
                new(from + 4, Peer, Own, 40_003 + (time * 10), 22, 60),
            }).OrderBy(packet => packet.Time),
        ]));
        await stage.CaptureAsync(TimeSpan.FromMinutes(5));
        await stage.IngestAsync();
    }

    private static async Task<ApiAnswer> HitsAsync(Stage stage, string group, string query = "") =>
        (await stage.Account.GetAsync($"api/securitygroups/{group}/hits{query}")).Expect(HttpStatusCode.OK);

    private static async Task<IReadOnlyList<string>> VersionsWithHitsAsync(Stage stage, string group, string range) =>
    [
        .. Items(await HitsAsync(stage, group, range)).Where(item => HasHits(item) && item.TryGetProperty("ruleVersion", out _))
            .Select(item => $"{item.GetProperty("ruleId").GetString()} {item.GetProperty("ruleVersion")}"),
    ];

    private static async Task<string> GroupOfAsync(Stage stage, string eni) =>
        (await stage.Account.GetAsync($"api/enis/{eni}")).Expect(HttpStatusCode.OK).Json.GetProperty("securityGroupIds")[0].GetString()!;

    private static async Task<string> RuleAsync(Stage stage, string group, int place) =>
        (await stage.Account.GetAsync($"api/securitygroups/{group}")).Expect(HttpStatusCode.OK).Json.GetProperty("rules")[place].GetProperty("id").GetString()!;

    private static IReadOnlyList<JsonElement> Items(ApiAnswer answer) => answer.Items;

    private static IEnumerable<string> Logstores(ApiAnswer answer) => answer.Json.GetProperty("logstores").EnumerateArray().Select(one => one.GetProperty("logstore").GetString()!);

    private static bool HasHits(JsonElement item) => item.GetProperty("records").GetInt64() > 0;

    /// <summary>Packets that nothing let in. What the ENI answered goes out by default, and is a conversation.</summary>
    private static int DropsOf(ApiAnswer answer) =>
        Items(answer).Where(item => item.GetProperty("ruleId").GetString() == "default-ingress-drop").Sum(item => item.GetProperty("packets").GetInt32());

    private static string Shown(JsonElement item) =>
        $"{item.GetProperty("ruleId").GetString()} {item.GetProperty("records")} {item.GetProperty("packets")} {item.GetProperty("bytes")} {Seconds(item, "firstHit")} {Seconds(item, "lastHit")}";

    private static string Shown(IGrouping<string, FlowRecord> records) =>
        $"{records.Key} {records.Count()} {records.Sum(record => record.Packets)} {records.Sum(record => record.Bytes)} {records.Min(record => record.Start)} {records.Max(record => record.End)}";

    private static long Seconds(JsonElement item, string name) => item.GetProperty(name).GetDateTimeOffset().ToUnixTimeSeconds();
}
