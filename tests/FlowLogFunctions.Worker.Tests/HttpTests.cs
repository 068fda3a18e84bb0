using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace FlowLogFunctions.Worker.Tests;

[Collection(WorkerCollection.Name)]
public sealed class HttpTests(AppUnderTest app)
{
    private const int LargestBody = 1 << 20;

    /// <summary>More than a server of ASP.NET Core takes by itself.</summary>
    private const int LargeFile = 31_000_000;

    [Fact]
    public async Task Health_NeedsNoKey()
    {
        var health = await app.Stranger.GetAsync("/api/health").ExpectAsync(HttpStatusCode.OK);

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
    }

    [Fact]
    public async Task WithoutKey_Is401()
    {
        using var answer = await app.Stranger.GetAsync("/api/vpcs");

        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        await Task.FromResult(answer).ExpectRefusalAsync(HttpStatusCode.Unauthorized, "MissingAccessKey");
    }

    [Fact]
    public Task WrongBody_Is400() =>
        app.Client.PostAsJsonAsync("/api/vpcs", new { cidrBlock = "nonsense" }).ExpectRefusalAsync(HttpStatusCode.BadRequest, "InvalidParameter");

    [Fact]
    public Task BrokenBody_Is400() =>
        app.Client.PostAsync("/api/vpcs", Text("{")).ExpectRefusalAsync(HttpStatusCode.BadRequest, "MalformedJson");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LargeBody_Is413(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vpcs") { Content = Text(new string(' ', LargestBody + 1)) };
        request.Headers.TransferEncodingChunked = isChunked;

        await app.Client.SendAsync(request).ExpectRefusalAsync(HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge");
    }

    [Fact]
    public async Task LargeCaptureFile_IsTaken()
    {
        var (_, eni) = await CapturedTraffic.MakeEniAsync(app.Client);

        var file = await app.Client.PutAsync($"/api/enis/{eni}/captures/large.pcap", new ByteArrayContent(new byte[LargeFile])).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal(LargeFile, file.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public Task UnknownId_Is404() =>
        app.Client.GetAsync("/api/vpcs/vpc-00000000000000000").ExpectRefusalAsync(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("PATCH", "/api/health")]
    public async Task PathOrMethodThatNoFunctionHas_IsTheHosts404(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Answer_HasTheAppsHeadersAndNoServers()
    {
        using var answer = await app.Client.GetAsync("/api/vpcs");

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Single(answer.Headers.GetValues("X-Request-Id"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("?id=vpc-00000000000000000")]
    [InlineData("?ID=vpc-00000000000000000")]
    public async Task Query_ChangesNoValueOfTheRoute(string query)
    {
        var vpc = await app.Client.MakeAsync("/api/vpcs", new { cidrBlock = "10.1.0.0/16" });

        var shown = await app.Client.GetAsync($"/api/vpcs/{vpc}{query}").ExpectAsync(HttpStatusCode.OK);

        Assert.Equal(vpc, shown.GetProperty("id").GetString());
    }

    [Fact]
    public async Task SubUser_MayWhatItsPolicySaysOfTheFunction()
    {
        await app.Client.PostAsJsonAsync("/api/users", new { name = "reader", policies = new[] { "FlowLogReadOnlyAccess" } }).ExpectAsync(HttpStatusCode.Created);
        var key = await app.Client.PostAsync("/api/users/reader/accesskeys", null).ExpectAsync(HttpStatusCode.Created);
        using var reader = new HttpClient { BaseAddress = app.Client.BaseAddress };
        reader.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", $"{key.GetProperty("accessKeyId").GetString()}.{key.GetProperty("accessKeySecret").GetString()}");

        await reader.GetAsync("/api/vpcs").ExpectAsync(HttpStatusCode.OK);
        await reader.PostAsJsonAsync("/api/vpcs", new { cidrBlock = "10.2.0.0/16" }).ExpectRefusalAsync(HttpStatusCode.Forbidden, "NoPermission");
        await reader.GetAsync("/api/users").ExpectRefusalAsync(HttpStatusCode.Forbidden, "Forbidden.SubUser");
    }

    private static StringContent Text(string text) => new(text, Encoding.UTF8, "application/json");
}
