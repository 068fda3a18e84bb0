namespace FlowLogFunctions.Analysis.Queries;

/// <summary>A query's right to run, until it is disposed of.</summary>
internal sealed class QueryTurn(SemaphoreSlim free) : IDisposable
{
    public void Dispose() => free.Release();
}
