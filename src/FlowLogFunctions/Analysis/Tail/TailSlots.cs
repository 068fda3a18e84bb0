using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>How many tails this process serves.</summary>
internal sealed class TailSlots(IOptions<TailOptions> options)
{
    private int _taken;

    /// <summary>Takes a slot until it is disposed of; null if all are taken.</summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref _taken) <= options.Value.MaxTails)
            return new Slot(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    private sealed class Slot(TailSlots slots) : IDisposable
    {
        private TailSlots? _slots = slots;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _slots, null) is { } taken)
                Interlocked.Decrement(ref taken._taken);
        }
    }
}
