using System.Text;
using FlowLog.Cli.Tests.Service;

namespace FlowLog.Cli.Tests.Queries;

public sealed class RemoteQueryTests
{
    private const string Answer =
        """{"from":"2026-01-01T00:00:00Z","to":"2026-01-01T01:00:00Z","columns":[{"name":"srcaddr","type":"varchar"},{"name":"n","type":"bigint"},{"name":"mean","type":"double"}],"rows":[["10.0.0.1",9223372036854775807,0.1],[null,2,null],["a,\u001b[1mb",3,1e300]],"isCut":true,"isVectorised":true,"statistics":{"rowsScanned":6000000,"rowsSkipped":10,"bytesScanned":1234567,"bytesSkipped":20,"chunksScanned":3,"chunksSkipped":1,"matches":99,"elapsedMilliseconds":12},"completeness":{"share":0.5,"observed":1,"skipped":0,"late":1,"lost":0,"notLogged":5,"pending":0}}""";

    [Fact]
    public async Task Formats_ShowTheSameRows()
    {
        await using var service = await Responder.StartAsync(200, Answer);

        var json = await RunAsync(service, "--format", "json");
        var csv = await RunAsync(service, "--format", "csv");
        var table = await RunAsync(service);

        Assert.Equal(Answer + "\n", json.Output);
        Assert.Equal("srcaddr,n,mean\n10.0.0.1,9223372036854775807,0.1\n,2,\n\"a,\u001b[1mb\",3,1e300\n", csv.Output);
        Assert.Contains(table.Lines, line => line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["-", "2", "-"]);
        Assert.Contains("a,\u241b[1mb", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatItTook_GoesToTheErrors()
    {
        await using var service = await Responder.StartAsync(200, Answer);

        var once = await RunAsync(service);
        var often = await RunAsync(service, "--repeat", "4");

        Assert.Matches(
            """
            ^elapsed \d+\.\d{3} ms
            scanned 6,000,000 rows, 1,234,567 bytes; skipped 10 rows, 20 bytes; 99 matches
            there are more than these 3 rows; LIMIT says how many to answer
            50 % complete; minutes that are not there: 1 late
            $
            """,
            once.Errors);
        Assert.Matches(@"^elapsed \d+\.\d{3} ms, the median of 3 hot runs \(\d+\.\d{3} to \d+\.\d{3} ms\); the first \d+\.\d{3} ms\n", often.Errors);
        Assert.Equal(once.Output, often.Output);
        Assert.Equal(5, service.Requests.Count);
        Assert.Equal("", (await RunAsync(service, "--quiet")).Errors);
    }

    [Fact]
    public async Task TimesAndQuery_AreSentAsTheyAreMeant()
    {
        var bodies = new List<string>();
        await using var service = await Responder.StartAsync(async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync());
            await Responder.AnswerAsync(context, 200, Answer);
        });

        foreach (var times in new string[][] { [], ["--last", "1h"], ["--from", "-2h", "--to", "now"], ["--to", "1000000", "--last", "10s"] })
            Assert.Equal(0, (await service.RunAsync(["query", "my-logs/l_2", "x: \"é\"", .. times], terminal => terminal with { Time = new StoppedTime() })).Code);

        Assert.Equal(
            ["""{"query":Q}""", """{"from":1767222000,"query":Q}""", """{"from":1767218400,"to":1767225600,"query":Q}""", """{"from":999990,"to":1000000,"query":Q}"""],
            bodies.Select(body => body.Replace("""x: \u0022\u00E9\u0022""", "Q", StringComparison.Ordinal).Replace("\"Q\"", "Q", StringComparison.Ordinal)));
        Assert.All(service.Requests, request => Assert.Equal("POST /api/projects/my-logs/logstores/l_2/query", request));
    }

    [Theory]
    [InlineData("--from", "x")]
    [InlineData("--last", "1")]
    [InlineData("--last", "1h", "--from", "-2h")]
    [InlineData("--from", "-1h", "--to", "-2h")]
    [InlineData("--repeat", "0")]
    public async Task WrongOptions_AreRefused(params string[] options)
    {
        await using var service = await Responder.StartAsync(200, Answer);

        Assert.Equal(1, (await RunAsync(service, options)).Code);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task AnotherServersAnswer_IsSaid()
    {
        await using var service = await Responder.StartAsync(200, "{\"columns\":5}");

        Assert.Equal(5, (await RunAsync(service)).Code);
    }

    private static Task<Shell.Result> RunAsync(Responder service, params string[] options) =>
        service.RunAsync(["query", "logs/flows", "* | SELECT srcaddr, count(*) n FROM log GROUP BY srcaddr", .. options]);
}
