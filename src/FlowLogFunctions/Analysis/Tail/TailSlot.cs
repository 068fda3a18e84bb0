namespace FlowLogFunctions.Analysis.Tail;

/// <summary>One of the tails that this process serves; free again when it is disposed of, once.</summary>
internal sealed class TailSlot(Action leave) : IDisposable
{
    private Action? _leave = leave;

    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
