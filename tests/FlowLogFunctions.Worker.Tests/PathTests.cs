using System.Net;
using FlowLogFunctions.Worker.Tests.Host;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>Addresses that the host and the worker could read differently: both look for the function, and permissions hang on what the worker finds.</summary>
[Collection(WorkerCollection.Name)]
public sealed class PathTests(AppUnderTest app)
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    [Theory]
    [InlineData("%252E%252E", "%2E%2E")]
    [InlineData("x%252F..", "x%2F..")]
    [InlineData("vpc-%2561", "vpc-%61")]
    [InlineData("%C3%A4%20b", "ä b")]
    [InlineData("a%2Fb", "a%2Fb")]
    public async Task Id_IsTheSameToBoth(string sent, string read)
    {
        var path = new Uri($"{app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/api/vpcs/{sent}", AsItIs);
        using var answer = await app.Client.DeleteAsync(path);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"'{read}'", text);
        Assert.EndsWith($":vpc/{read}", await app.LastAuditedAsync("resource"));
    }

    [Theory]
    [InlineData("/API/VPCS")]
    [InlineData("/api/vpcs/")]
    public Task CaseAndLastSlash_AreTheSameToBoth(string path) => app.Client.GetAsync(path).ExpectAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData("/api//vpcs")]
    [InlineData("/api/vpcs/%2E%2E")]
    public async Task PathOfNoFunction_IsTheHosts404(string path)
    {
        using var answer = await app.Client.GetAsync(new Uri(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, AsItIs));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task AddressOfAnotherFunction_IsNotServed()
    {
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(app.Host.Capabilities["HttpUri"]), "/api/health"));
        request.Headers.Add(HttpFront.InvocationId, id);
        var invoked = app.Host.InvokeAsync(app.Host.Function("ListVpcs"), id, new TypedData { Http = new RpcHttp() }, new Dictionary<string, TypedData>());

        await app.Client.SendAsync(request).ExpectRefusalAsync(HttpStatusCode.NotFound, "NotFound");

        Assert.Equal(StatusResult.Types.Status.Success, (await invoked).Result.Status);
    }
}
