using System.Net.Http.Headers;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Hosting;

[Collection(ApiCollection.Name)]
public sealed class AnswerHeadersTests(ApiFixture api)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("api/account")]
    [InlineData("api/vpcs")]
    [InlineData("api/vpcs/vpc-none")]
    [InlineData("api/vpcs?limit=none")]
    public async Task AnswersOfAnAccount_StayInNoCache(string path)
    {
        using var answer = await GetAsync(path, api.NewAccount().Authorization);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("api/account")]
    [InlineData("api/health")]
    [InlineData("api/openapi.json")]
    [InlineData("api/none")]
    public async Task Answers_AreWhatTheySayTheyAre(string path)
    {
        using var answer = await GetAsync(path, authorization: null);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api.Address, path));
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return await Http.SendAsync(request);
    }
}
