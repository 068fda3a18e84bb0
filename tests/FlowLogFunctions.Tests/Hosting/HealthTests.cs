using System.Net;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Hosting;

[Collection(ApiCollection.Name)]
public sealed class HealthTests(ApiFixture api)
{
    [Fact]
    public async Task Health_NeedsNoKey()
    {
        var answer = (await api.Nobody().GetAsync("api/health")).Expect(HttpStatusCode.OK);

        Assert.Equal(("Healthy", "Reachable"), (answer.Text("status"), answer.Text("storage")));
        Assert.NotNull(answer.Text("time"));
    }

    [Fact]
    public async Task StorageThatDoesNotAnswer_Is503()
    {
        api.Faults.Before = _ => throw new Azure.RequestFailedException(403, "no storage today");
        try
        {
            var answer = (await api.Nobody().GetAsync("api/health")).Expect(HttpStatusCode.ServiceUnavailable);

            Assert.Equal(("Unhealthy", "Unreachable"), (answer.Text("status"), answer.Text("storage")));
        }
        finally
        {
            api.Faults.Before = null;
        }
    }
}
