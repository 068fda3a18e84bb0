using System.Net;
using System.Text;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Network;

/// <summary>What must not reach storage: each is answered with a 4xx, and nothing has changed.</summary>
[Collection(ApiCollection.Name)]
public sealed class HostileRequestTests(ApiFixture fixture)
{
    private readonly ApiClient _api = fixture.NewAccount();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"cidrBlock\":\"10.0.0.0/8\",}")]
    [InlineData("{\"cidrBlock\":\"10.0.0.0/8\"} {}")]
    [InlineData("{\"cidrBlock\":\"10.0.0.0/8\",\"cidrBlock\":\"10.0.0.0/9\"}")]
    [InlineData("{\"cidrBlock\":\"10.0.0.0/8\",\"\\ud800\":1}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}")]
    public async Task MalformedJson_IsRefused(string body)
    {
        foreach (var path in new[] { "vpcs", "vswitches", "enis", "securitygroups", "prefixlists" })
            (await _api.PostAsync($"/api/{path}", body)).Expect(HttpStatusCode.BadRequest, "MalformedJson");
    }

    [Fact]
    public async Task InvalidUtf8_IsRefused()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\",\"cidrBlock\":\"10.0.0.0/8\"}"u8]);
        var (status, _) = await SendAsync(content);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TenMegabytes_AreRefused(bool withLength)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"cidrBlock":"10.0.0.0/8","name":"{{new string('x', 10 << 20)}}"}""");
        using HttpContent content = withLength ? new ByteArrayContent(bytes) : new StreamContent(new Unseekable(bytes));

        var (status, text) = await SendAsync(content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("BodyTooLarge", text, StringComparison.Ordinal);
        Assert.Empty((await _api.GetAsync("/api/vpcs")).Items);
    }

    [Theory]
    [InlineData("""{"name":null,"description":null,"cidrBlock":null,"ipv6CidrBlock":null}""", "cidrBlock WrongType", "description WrongType", "ipv6CidrBlock WrongType", "name WrongType")]
    [InlineData("""{"name":1,"description":[],"cidrBlock":{},"ipv6CidrBlock":true}""", "cidrBlock WrongType", "description WrongType", "ipv6CidrBlock WrongType", "name WrongType")]
    [InlineData("""{"name":"\ud800x","cidrBlock":"10.0.0.0/8"}""", "name Malformed")]
    [InlineData("""{"name":"ab\u0000","cidrBlock":"10.0.0.0/8"}""", "name Malformed")]
    [InlineData("""{"name":"\u202eab","cidrBlock":"10.0.0.0/8"}""", "name Malformed")]
    [InlineData("""{"name":"👍👍","cidrBlock":"10.0.0.0/8"}""", "name Malformed")]
    [InlineData("""{"cidrBlock":"10.0.0.0/8","CidrBlock":"10.0.0.0/8","__proto__":1}""", "CidrBlock UnknownProperty", "__proto__ UnknownProperty")]
    [InlineData("""{"cidrBlock":"١٠.0.0.0/8"}""", "cidrBlock Malformed")]
    public async Task OddValues_AreRefusedByField(string body, params string[] errors)
    {
        var answer = (await _api.PostAsync("/api/vpcs", body)).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(errors, answer.Errors);
        Assert.Empty((await _api.GetAsync("/api/vpcs")).Items);
    }

    [Theory]
    [InlineData("万里长城")]
    [InlineData("𠀀𠀁")]
    [InlineData("Ünïcödé ﷽ e\u0301 👩‍👩‍👧")]
    [InlineData("a'b\"c\\d<e>&|/#?%")]
    public async Task OddNames_ComeBackAsTheyWere(string name)
    {
        var made = (await _api.PostAsync("/api/vpcs", new { name, cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.Created);

        Assert.Equal(name, (await _api.GetAsync(made.Location!)).Text("name"));
        Assert.Equal([made.Text("id")!], (await _api.GetAsync($"/api/vpcs?name={Uri.EscapeDataString(name)}")).Ids());
    }

    [Theory]
    [InlineData("vpc-")]
    [InlineData("vpc-ABC")]
    [InlineData("vpc-%27%20or%20true")]
    [InlineData("vpc-%01")]
    [InlineData("vpc-%E2%80%AE")]
    [InlineData("vpc-a%2Fb")]
    [InlineData("vpc-a%5Cb")]
    [InlineData("eni-abc")]
    [InlineData("guard%7Cnetwork")]
    public async Task OddIds_AreNotFound(string id)
    {
        foreach (var path in new[] { "vpcs", "vswitches", "enis", "securitygroups", "prefixlists" })
        {
            (await _api.GetAsync($"/api/{path}/{id}")).Expect(HttpStatusCode.NotFound);
            (await _api.PatchAsync($"/api/{path}/{id}", new { name = "abc" })).Expect(HttpStatusCode.NotFound);
            (await _api.DeleteAsync($"/api/{path}/{id}")).Expect(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task LongId_IsNotFound() =>
        (await _api.GetAsync($"/api/vpcs/vpc-{new string('a', 5000)}")).Expect(HttpStatusCode.NotFound, "InvalidVpcId.NotFound");

    [Theory]
    [InlineData("limit=0", "limit ValueNotSupported")]
    [InlineData("limit=1001", "limit ValueNotSupported")]
    [InlineData("limit=ten", "limit ValueNotSupported")]
    [InlineData("limit=1&limit=2", "limit MoreThanOnce")]
    [InlineData("cursor=", "cursor Malformed")]
    [InlineData("cursor=%20", "cursor Malformed")]
    [InlineData("cursor=%25%25", "cursor Malformed")]
    [InlineData("cursor=AAAA", "cursor Malformed")]
    [InlineData("cursor=_w", "cursor Malformed")]
    [InlineData("colour=red", "colour UnknownParameter")]
    public async Task OddQueries_AreRefusedByParameter(string query, string error)
    {
        var answer = (await _api.GetAsync($"/api/vpcs?{query}")).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal([error], answer.Errors);
    }

    [Fact]
    public async Task CursorsThatNobodyGave_AreHarmless()
    {
        await _api.VpcAsync();
        foreach (var place in new[] { "' or PartitionKey ne '", "\uFFFF", "zzz", "万里", new string('a', 512) })
        {
            var cursor = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));
            (await _api.GetAsync($"/api/vpcs?cursor={cursor}")).Expect(HttpStatusCode.OK);
        }

        var tooLong = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new string('a', 513)));
        (await _api.GetAsync($"/api/vpcs?cursor={tooLong}")).Expect(HttpStatusCode.BadRequest);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpContent content)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Address, "/api/vpcs")) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", _api.Authorization);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A stream whose length nobody knows, so that it is sent in chunks.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
