using System.Text;
using FlowLog.Cli.Tests.Service;
using Microsoft.AspNetCore.Http;

namespace FlowLog.Cli.Tests.Tail;

public sealed class TailTests
{
    private static readonly string[] Records =
    [
        """{"start":1767225600,"eni-id":"eni-1","action":"ACCEPT","srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","bytes":5}""",
        """{"start":1767225601,"eni-id":"eni-2","action":"REJECT","srcaddr":"2001:db8::1:2:3:4","dstaddr":"10.0.0.3","bytes":123456789}""",
        """{"start":1767225602,"eni-id":"eni-1","action":"ACCEPT","srcaddr":"10.0.0.4","dstaddr":"10.0.0.5","bytes":7}""",
    ];

    [Fact]
    public async Task BrokenConnection_IsMadeAnew_BehindTheLastWholeEvent()
    {
        var resumed = new List<string>();
        await using var service = await Responder.StartAsync(async context =>
        {
            resumed.Add(context.Request.Headers["Last-Event-ID"].ToString());
            context.Response.ContentType = "text/event-stream";
            switch (resumed.Count)
            {
                case 1:
                    await Responder.BreakOffAsync(context, Encoding.UTF8.GetBytes($"retry: 1\nid: 0\n: open\n\n{Event(0)}event: record\nid: 2\ndata: {{\"start\":"));
                    break;
                case 2:
                    context.Response.StatusCode = 503;
                    break;
                case 3:
                    await context.Response.WriteAsync($"{Event(1)}event: end\nid: 2\ndata: {{\"records\":2}}\n\nid: 2b\n: heart-beat\n\n");
                    break;
                default:
                    await context.Response.WriteAsync(Event(2));
                    break;
            }
        });

        var result = await service.RunAsync(["tail", "logs/flows", "action: *", "--format", "ndjson", "--limit", "3"]);

        Assert.Equal((0, string.Join('\n', Records) + "\n"), (result.Code, result.Output));
        Assert.Equal(["", "1", "1", "2b"], resumed);
        Assert.Contains("connecting again", result.Errors, StringComparison.Ordinal);
        Assert.All(service.Requests, request => Assert.Equal("GET /api/projects/logs/logstores/flows/tail?query=action%3A%20%2A", request));
    }

    [Fact]
    public async Task Table_HasAHead_AndColumnsThatStandBelowEachOther()
    {
        await using var service = await Responder.StartAsync(200, Event(0) + Event(1) + Event(2), "text/event-stream");

        var result = await service.RunAsync(["tail", "logs/flows", "--columns", "start,srcaddr,bytes", "--limit", "3"]);

        Assert.Equal(
            [
                "start                 srcaddr          bytes",
                "2026-01-01T00:00:00Z  10.0.0.1             5",
                "2026-01-01T00:00:01Z  2001:db8::1:2:3:4  123456789",
                "2026-01-01T00:00:02Z  10.0.0.4                   7",
            ],
            result.Lines);
    }

    [Fact]
    public async Task Csv_HasTheNamesFirst()
    {
        await using var service = await Responder.StartAsync(200, Event(0), "text/event-stream");

        var result = await service.RunAsync(["tail", "logs/flows", "--format", "csv", "--columns", "bytes,action", "--limit", "1"]);

        Assert.Equal(["bytes,action", "5,ACCEPT"], result.Lines);
    }

    [Fact]
    public async Task Gap_IsSaid()
    {
        var gap = "event: gap\ndata: {\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-01T02:00:00Z\"}\n\n";
        await using var service = await Responder.StartAsync(200, gap + Event(0), "text/event-stream");

        var loud = await service.RunAsync(["tail", "logs/flows", "--limit", "1"]);
        var quiet = await service.RunAsync(["tail", "logs/flows", "--limit", "1", "--quiet"]);

        Assert.Contains("2026-01-01T00:00:00Z to 2026-01-01T02:00:00Z", loud.Errors, StringComparison.Ordinal);
        Assert.Equal("", quiet.Errors);
    }

    [Fact]
    public async Task RefusedWhileItRuns_EndsIt()
    {
        var requests = 0;
        await using var service = await Responder.StartAsync(context => requests++ == 0
            ? Responder.AnswerAsync(context, 200, "retry: 1\n\n" + Event(0), "text/event-stream")
            : Responder.AnswerAsync(context, 404, """{"code":"LogStoreNotExist","detail":"gone","errors":[]}"""));

        var result = await service.RunAsync(["tail", "logs/flows", "--format", "ndjson"]);

        Assert.Equal((4, Records[0] + "\n"), (result.Code, result.Output));
    }

    [Fact]
    public async Task NotReachedTheFirstTime_IsAFailure()
    {
        await using var service = await Responder.StartAsync(503, """{"code":"ServiceUnavailable","detail":"later","errors":[]}""");

        Assert.Equal(5, (await service.RunAsync(["tail", "logs/flows"])).Code);
    }

    [Fact]
    public async Task Interrupted_EndsWithItsCode()
    {
        using var stop = new CancellationTokenSource();
        await using var service = await Responder.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Event(0));
            await context.Response.Body.FlushAsync();
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        Assert.Equal(130, (await service.RunAsync(["tail", "logs/flows"], cancellation: stop.Token)).Code);
    }

    [Theory]
    [InlineData("flows")]
    [InlineData("a/b/c")]
    [InlineData("/flows")]
    public async Task WhatNamesNoLogstore_IsRefused(string target) =>
        Assert.Contains("PROJECT/LOGSTORE", (await Shell.RunAsync(["tail", target, "--key", "AKid.secret"])).Errors, StringComparison.Ordinal);

    private static string Event(int record) => $"event: record\nid: {record + 1}\ndata: {Records[record]}\n\n";
}
