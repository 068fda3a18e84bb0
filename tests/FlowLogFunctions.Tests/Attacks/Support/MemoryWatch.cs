namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>The most managed memory that there was meanwhile, of the whole process.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private long _most = GC.GetTotalMemory(false);

    public MemoryWatch() => _timer = new(_ => Look(), null, 0, 20);

    public long Most => Volatile.Read(ref _most);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(false);
        if (now > Most)
            Volatile.Write(ref _most, now);
    }
}
