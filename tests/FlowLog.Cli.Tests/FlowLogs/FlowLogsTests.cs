using System.Text;
using System.Text.Json;
using FlowLog.Cli.Tests.Service;
using Microsoft.AspNetCore.Http;

namespace FlowLog.Cli.Tests.FlowLogs;

public sealed class FlowLogsTests
{
    private const string First =
        """{"id":"fl-1","name":"office","status":"Active","resourceType":"VPC","resourceId":"vpc-1","trafficType":"All","project":"logs","logstore":"flows","aggregationInterval":1,"tags":[{"key":"team","value":"web"}],"delivery":{"status":"SUCCESS","recordsLastHour":12}}""";

    private const string Second = """{"id":"fl-2","name":"say \"hi\", you","status":"Inactive"}""";

    [Fact]
    public async Task List_FollowsCursors_AndJsonIsTheObjectsAsTheyAre()
    {
        await using var service = await Responder.StartAsync(PagesAsync);

        var result = await service.RunAsync(["flow-logs", "list", "--status", "Active", "--tag", "a:b", "--tag", "c", "--format", "json"]);

        Assert.Equal((0, $"[\n{First},\n{Second}\n]\n", ""), (result.Code, result.Output, result.Errors));
        Assert.Equal(
            ["GET /api/flowlogs?status=Active&tag=a%3Ab&tag=c&limit=1000", "GET /api/flowlogs?status=Active&tag=a%3Ab&tag=c&limit=1000&cursor=MQ"],
            service.Requests);
    }

    [Fact]
    public async Task List_AsCsvAndTable_HasALineEach()
    {
        await using var service = await Responder.StartAsync(PagesAsync);

        var csv = await service.RunAsync(["flow-logs", "list", "--format", "csv"]);
        var table = await service.RunAsync(["flow-logs", "list"]);

        Assert.Equal(
            [
                "id,name,status,resourceType,resourceId,trafficType,project,logstore,aggregationInterval,delivery.status,delivery.completeTo,delivery.recordsLastHour",
                "fl-1,office,Active,VPC,vpc-1,All,logs,flows,1,SUCCESS,,12",
                "fl-2,\"say \"\"hi\"\", you\",Inactive,,,,,,,,,",
            ],
            csv.Lines);
        Assert.Contains(table.Lines, line => line.Contains("fl-2", StringComparison.Ordinal) && line.Contains("say \"hi\", you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EmptyList_IsAnEmptyArray()
    {
        await using var service = await Responder.StartAsync(200, """{"items":[]}""");

        Assert.Equal("[]\n", (await service.RunAsync(["flow-logs", "list", "--format", "json"])).Output);
    }

    [Fact]
    public async Task Create_SendsWhatTheOptionsSay_AndWaitsForTheStatus()
    {
        var (body, shown) = ("", 0);
        await using var service = await Responder.StartAsync(async context =>
        {
            if (context.Request.Method == "POST")
                body = await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync();
            await Responder.AnswerAsync(context, 200, $$"""{"id":"fl-1","status":"{{(shown++ < 2 ? "Activating" : "Active")}}"}""");
        });

        var result = await service.RunAsync(
        [
            "flow-logs", "create", "--name", "office", "--resource-id", "vsw-1", "--project", "logs", "--logstore", "flows",
            "--interval", "5", "--report", "--tag", "team:web:x", "--wait", "--format", "json",
        ]);

        Assert.Equal((0, """{"id":"fl-1","status":"Active"}""" + "\n", ""), (result.Code, result.Output, result.Errors));
        var expected =
            """{"name":"office","aggregationInterval":5,"resourceId":"vsw-1","resourceType":"VSwitch","trafficType":"All","project":"logs","logstore":"flows","analysisReport":true,"tags":[{"key":"team","value":"web:x"}]}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(body)), body);
        Assert.Equal(["POST /api/flowlogs", "GET /api/flowlogs/fl-1", "GET /api/flowlogs/fl-1"], service.Requests);
    }

    [Fact]
    public async Task Delete_WithoutATerminal_NeedsYes()
    {
        await using var service = await Responder.StartAsync(204, "");

        var unsure = await service.RunAsync(["flow-logs", "delete", "fl-1"]);
        Assert.Equal((1, 0), (unsure.Code, service.Requests.Count));

        Assert.Equal(0, (await service.RunAsync(["flow-logs", "delete", "fl-1", "--yes"])).Code);
        Assert.Equal(["DELETE /api/flowlogs/fl-1"], service.Requests);
    }

    [Theory]
    [InlineData("y", 0, new[] { "GET", "DELETE \"7\"" })]
    [InlineData("n", 1, new[] { "GET" })]
    [InlineData("", 1, new[] { "GET" })]
    [InlineData(null, 1, new[] { "GET" })]
    public async Task Delete_AsksAPerson_AndDeletesTheVersionThatWasShown(string? answer, int code, string[] calls)
    {
        var seen = new List<string>();
        await using var service = await Responder.StartAsync(context =>
        {
            seen.Add($"{context.Request.Method} {context.Request.Headers.IfMatch}".Trim());
            context.Response.Headers.ETag = "\"7\"";
            context.Response.StatusCode = context.Request.Method == "GET" ? 200 : 204;
            return context.Request.Method == "GET" ? context.Response.WriteAsync(First) : Task.CompletedTask;
        });

        var result = await service.RunAsync(["flow-logs", "delete", "fl-1"], terminal => terminal with { ReadLine = () => answer });

        Assert.Equal(code, result.Code);
        Assert.Equal(calls, seen);
        Assert.StartsWith("Delete fl-1 (office, Active)? [y/N] ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_AreEscaped()
    {
        await using var service = await Responder.StartAsync(404, "");

        await service.RunAsync(["flow-logs", "show", "../account?x"]);

        Assert.Equal(["GET /api/flowlogs/..%2Faccount%3Fx"], service.Requests);
    }

    private static Task PagesAsync(HttpContext context) => Responder.AnswerAsync(
        context, 200, context.Request.Query.ContainsKey("cursor") ? $$"""{"items":[{{Second}}]}""" : $$"""{"items":[{{First}}],"cursor":"MQ"}""");
}
