using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>How many tails this process serves.</summary>
internal sealed class TailSlots(IOptions<TailOptions> options, CallTelemetry telemetry)
{
    /// <summary>Code of the refusal when all are taken.</summary>
    public const string TooMany = "TooManyTails";

    private int _taken;

    /// <summary>Takes a slot until it is disposed of; null if all are taken.</summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref _taken) <= options.Value.MaxTails)
        {
            telemetry.TailOpened();
            return new Slot(this);
        }

        Interlocked.Decrement(ref _taken);
        telemetry.Refused(StatusCodes.Status429TooManyRequests, TooMany);
        return null;
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _taken);
        telemetry.TailClosed();
    }

    private sealed class Slot(TailSlots slots) : IDisposable
    {
        private TailSlots? _slots = slots;

        public void Dispose()
        {
            Interlocked.Exchange(ref _slots, null)?.Leave();
        }
    }
}
