using System.Net;
using System.Net.Sockets;

namespace FlowLog.Cli.Tests.Service;

public sealed class RefusalTests
{
    private const string Problem =
        """{"type":"about:blank","status":400,"code":"InvalidParameter","detail":"2 problems in the request; see errors.","errors":[{"field":"name","code":"Malformed","message":"must have a letter."},{"field":"tags[0].key","code":"TooMany","message":"is too long."}]}""";

    [Fact]
    public async Task EveryErrorOfAProblem_IsPrintedWithItsField()
    {
        await using var service = await Responder.StartAsync(400, Problem, "application/problem+json");

        var result = await service.RunAsync(["flow-logs", "create", "--name", "1"]);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Equal(
            """
            flowlog: InvalidParameter: 2 problems in the request; see errors.
              name: must have a letter. (Malformed)
              tags[0].key: is too long. (TooMany)

            """,
            result.Errors);
    }

    [Fact]
    public async Task ForPrograms_TheProblemIsPrintedAsItIs()
    {
        await using var service = await Responder.StartAsync(400, Problem, "application/problem+json");

        Assert.Equal((1, "", Problem + "\n"), Of(await service.RunAsync(["flow-logs", "create", "--format", "json"])));
    }

    [Theory]
    [InlineData(401, 3)]
    [InlineData(403, 3)]
    [InlineData(404, 4)]
    [InlineData(409, 1)]
    [InlineData(412, 1)]
    [InlineData(500, 5)]
    [InlineData(503, 5)]
    [InlineData(302, 1)]
    public async Task Statuses_HaveTheirExitCodes(int status, int code)
    {
        await using var service = await Responder.StartAsync(status, "");

        Assert.Equal(code, (await service.RunAsync(["flow-logs", "show", "fl-1"])).Code);
    }

    [Theory]
    [InlineData("<html>another server</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task AnotherServer_IsSaid(string body)
    {
        await using var service = await Responder.StartAsync(200, body);

        var result = await service.RunAsync(["flow-logs", "list"]);

        Assert.Equal((5, $"flowlog: {service.Url}/: answers, but not as this service does\n"), (result.Code, result.Errors));
    }

    [Fact]
    public async Task NobodyListening_IsSaid()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();

        var result = await Shell.RunAsync(["whoami", "--url", url, "--key", "AKid.secret"]);

        Assert.Equal(5, result.Code);
        Assert.StartsWith($"flowlog: {url}/: cannot be reached: ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("127.0.0.1:7071")]
    [InlineData("")]
    public async Task WhatIsNoAddress_IsSaid(string url) =>
        Assert.Contains("is no address of a service", (await Shell.RunAsync(["whoami", "--url", url, "--key", "AKid.secret"])).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task ControlCharactersOfTheService_DoNotReachTheTerminal()
    {
        await using var service = await Responder.StartAsync(400, """{"code":"X","detail":"\u001b[31mred","errors":[]}""");

        Assert.Equal("flowlog: X: \u241b[31mred\n", (await service.RunAsync(["whoami"])).Errors);
    }

    private static (int Code, string Output, string Errors) Of(Shell.Result result) => (result.Code, result.Output, result.Errors);
}
