using System.Net;
using FlowLogFunctions.OpenApi;
using FlowLogFunctions.Tests.House;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.OpenApi;

[Collection(ApiCollection.Name)]
public sealed class OpenApiFunctionsTests(ApiFixture api)
{
    private static readonly HttpClient Http = new();

    private Uri Place => new(api.Address, "api/openapi.json");

    [Fact]
    public async Task Document_IsServedWithoutAKey_AsItLiesInTheRepository()
    {
        using var answer = await Http.GetAsync(Place);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.CacheControl?.MaxAge);
        Assert.Equal(RepositoryFolder.Read("src/FlowLogFunctions/OpenApi/openapi.json"), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task KnownVersion_IsNotSentAgain()
    {
        using var first = await Http.GetAsync(Place);
        using var request = new HttpRequestMessage(HttpMethod.Get, Place);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await Http.SendAsync(request);

        Assert.Equal(OpenApiDocument.ETag, first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task OtherVersion_IsSentAnew()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Place);
        request.Headers.IfNoneMatch.ParseAdd("\"another\"");

        using var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
