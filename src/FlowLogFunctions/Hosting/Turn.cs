namespace FlowLogFunctions.Hosting;

/// <summary>The right to do something, until it is disposed of.</summary>
internal sealed class Turn(SemaphoreSlim free) : IDisposable
{
    public void Dispose() => free.Release();
}
