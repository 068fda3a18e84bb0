using FlowLog.Cli.Tests.Service;

namespace FlowLog.Cli.Tests.Reports;

public sealed class ReportTests
{
    private const string Report =
        """
        {"name":"traffic","title":"Traffic","from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:05:00Z","bucketSeconds":60,"charts":[
        {"name":"ports","title":"Ports by bytes","kind":"bar","query":"q","columns":[{"name":"protocol","type":"bigint"},{"name":"dstport","type":"bigint"},{"name":"bytes","type":"bigint"}],"rows":[[6,443,800],[6,80,400],[17,53,1]],"error":{"records":0,"packets":0,"bytes":7},"rowErrors":[{"records":0,"packets":0,"bytes":0},{"records":1,"packets":1,"bytes":7},{"records":0,"packets":0,"bytes":0}]},
        {"name":"actions","title":"Over time","kind":"line","query":"q","columns":[{"name":"time","type":"bigint"},{"name":"action","type":"varchar"},{"name":"bytes","type":"bigint"}],"rows":[[1767225600,"ACCEPT",80],[1767225660,null,3],[1767225720,"ACCEPT",10],[1767225840,"ACCEPT",40]]},
        {"name":"rules","title":"By rule","kind":"table","query":"q","columns":[{"name":"rule-id","type":"varchar"},{"name":"bytes","type":"bigint"}],"rows":[[null,5],["a,b",4]]},
        {"name":"sources","title":"Different sources","kind":"number","query":"q","columns":[{"name":"sources","type":"bigint"}],"rows":[[4711]],"standardError":0.0163},
        {"name":"none","title":"Nothing here","kind":"pie","query":"q","columns":[{"name":"action","type":"varchar"},{"name":"records","type":"bigint"}],"rows":[]}
        ],"statistics":{"days":0},"completeness":{"share":0.9,"observed":9,"skipped":1,"late":0,"lost":0,"notLogged":0,"pending":0}}
        """;

    [Fact]
    public async Task Charts_AreDrawnBesideTheirNumbers()
    {
        await using var service = await Responder.StartAsync(200, Report);

        var result = await service.RunAsync(["report", "logs/flows", "traffic", "--from", "0", "--top", "3"]);

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Equal("GET /api/projects/logs/logstores/flows/reports/traffic?from=0&top=3", Assert.Single(service.Requests));
        Assert.Equal(
            [
                "Ports by bytes",
                "protocol dstport bytes short by at most",
                "6 443 800 0 ██████████████████████████████",
                "6 80 400 7 ███████████████",
                "17 53 1 0 ▏",
                "Over time",
                "action total greatest 2026-01-01T00:00Z to 2026-01-01T00:05Z",
                "ACCEPT bytes 130 80 █ ▁ ▄",
                "- bytes 3 3 █",
                "By rule",
                "rule-id bytes",
                "- 5",
                "a,b 4",
                "Different sources: 4711 (standard error 1.63 %)",
                "Nothing here",
                "nothing",
                "90 % complete; minutes that are not there: 1 skipped",
            ],
            result.Lines.Select(line => string.Join(' ', line.Split([' ', '│', '─'], StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

    [Fact]
    public async Task ForPrograms_ItIsTheApisObject_OrOneChartOfIt()
    {
        await using var service = await Responder.StartAsync(200, Report);

        Assert.Equal(Report + "\n", (await service.RunAsync(["report", "logs/flows", "traffic", "--format", "json"])).Output);
        Assert.StartsWith("{\"name\":\"rules\"", (await service.RunAsync(["report", "logs/flows", "traffic", "--format", "json", "--chart", "rules"])).Output, StringComparison.Ordinal);
        Assert.Equal("rule-id,bytes\n,5\n\"a,b\",4\n", (await service.RunAsync(["report", "logs/flows", "traffic", "--format", "csv", "--chart", "rules"])).Output);
    }

    [Theory]
    [InlineData("--format", "csv")]
    [InlineData("--chart", "other")]
    public async Task WhatCannotBePrinted_IsSaidWithTheCharts(params string[] options)
    {
        await using var service = await Responder.StartAsync(200, Report);

        var result = await service.RunAsync(["report", "logs/flows", "traffic", .. options]);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.EndsWith("there are ports, actions, rules, sources, none\n", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAName_ReportsAreListed()
    {
        const string Items =
            """[{"name":"traffic","title":"Traffic","charts":[{"name":"ports","title":"Ports","kind":"bar","query":"a, b"},{"name":"over","title":"Over time","kind":"line","query":"c"}]}]""";
        await using var service = await Responder.StartAsync(200, $$"""{"items":{{Items}}}""");

        Assert.Equal(Items + "\n", (await service.RunAsync(["report", "logs/flows", "--format", "json"])).Output);
        Assert.Equal(
            "report,chart,kind,title,query\ntraffic,ports,bar,Ports,\"a, b\"\ntraffic,over,line,Over time,c\n",
            (await service.RunAsync(["report", "logs/flows", "--format", "csv"])).Output);
        Assert.Contains("Over time", (await service.RunAsync(["report", "logs/flows"])).Output, StringComparison.Ordinal);
    }
}
