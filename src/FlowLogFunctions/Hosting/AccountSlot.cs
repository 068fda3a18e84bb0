namespace FlowLogFunctions.Hosting;

/// <summary>One of <see cref="AccountSlots"/>; free again when it is disposed of, once.</summary>
internal sealed class AccountSlot(Action leave) : IDisposable
{
    private Action? _leave = leave;

    /// <summary>The same, of which something else hears too when it is free again.</summary>
    public AccountSlot Then(Action left) => new(() =>
    {
        Dispose();
        left();
    });

    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
