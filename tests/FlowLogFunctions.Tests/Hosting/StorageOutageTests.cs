using System.Net;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Hosting;

[Collection(ApiCollection.Name)]
public sealed class StorageOutageTests(ApiFixture api)
{
    [Fact]
    public async Task StorageThatDoesNotAnswer_Is503WithACode()
    {
        var account = api.NewAccount();
        api.Faults.Before = _ => throw new Azure.RequestFailedException("no answer");
        try
        {
            (await account.GetAsync("api/vpcs")).Expect(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
            (await account.PostAsync("api/vpcs", new { cidrBlock = "10.0.0.0/8" })).Expect(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
        }
        finally
        {
            api.Faults.Before = null;
        }

        Assert.Empty((await account.GetAsync("api/vpcs")).Expect(HttpStatusCode.OK).Items);
    }

    /// <summary>The client gives a try a time of its own, and puts what came of all tries together.</summary>
    [Fact]
    public void TriesThatTookTooLong_AreAnOutage_AndACallerThatLeftIsNone()
    {
        Assert.True(StorageOutage.Is(new AggregateException(new TaskCanceledException(), new TaskCanceledException())));
        Assert.False(StorageOutage.Is(new TaskCanceledException()));
        Assert.False(StorageOutage.Is(new AggregateException(new InvalidOperationException())));
    }
}
