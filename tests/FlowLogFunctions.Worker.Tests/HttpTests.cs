using System.Net;
using System.Text;
using System.Text.Json;

namespace FlowLogFunctions.Worker.Tests;

[Collection(WorkerCollection.Name)]
public sealed class HttpTests(AppUnderTest app)
{
    [Fact]
    public async Task Health_Answers()
    {
        using var answer = await app.Stranger.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }
}
