using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLogFunctions.Capture;

/// <summary>
/// Reads one capture file from a position to the first packet that is not before the plan's end. Packets from before the plan's
/// windows, of a file that was handed over late, are stock: they may wait for the next step when there are many flows already, so that
/// memory does not grow with the file.
/// </summary>
/// <param name="startAt">Unix nanoseconds to which the first packet is moved; null to keep the file's own times.</param>
/// <param name="gaps">Times whose packets are not logged, in a file that is replayed.</param>
/// <param name="budget">What the step may read of all files.</param>
internal sealed class PcapReading(FilePosition begin, long? startAt, DateTimeOffset receivedAt, CapturePlan plan, IReadOnlyList<Gap> gaps, StepBudget budget)
{
    /// <summary>Open flows at which stock waits.</summary>
    public const int StockFlows = 200_000;

    /// <summary>The reason of packets whose time cannot be.</summary>
    public const string ImpossibleTime = "ImpossibleTime";

    /// <summary>The reason of packets of a file that is replayed, while nobody asked for them.</summary>
    private const string NotLogged = "NotLogged";

    private const int SecondsPerDay = 86_400;

    // A file that was put again is another sample.
    private readonly PacketCounting _counting = new(plan.Packets, BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(begin.ETag))));
    private readonly Dictionary<string, long> _skipped = new(begin.Skipped);
    private long? _shift = startAt is null ? 0 : begin.ShiftNanoseconds;
    private long _packets = begin.Packets;
    private long _own;

    /// <summary>Unix seconds of the last packet that was read.</summary>
    public long? LastTime { get; private set; }

    /// <summary>Whether the next packet is of the plan's windows and has to wait.</summary>
    public bool IsCut { get; private set; }

    public async Task<FilePosition> RunAsync(Stream stream, StepFlows flows, CancellationToken cancellation)
    {
        var reader = await CaptureReader.OpenAsync(stream, begin.Offset, plan.MaxFileBytes, cancellation);
        var offset = reader.Position;
        while (await reader.ReadAsync(cancellation))
        {
            // Whatever the buffer holds is taken without waiting.
            do
            {
                var time = TimeOf(reader.Current);
                var seconds = UnixTime.Seconds(time);
                var isImpossible = IsImpossible(seconds);
                var isStock = isImpossible || seconds < plan.From;
                if (MustWait(seconds, isStock, isImpossible, flows.Open))
                    return At(offset) with { NextTime = isImpossible ? null : seconds };
                budget.Take(isStock, reader.Position - offset);
                offset = reader.Position;
                if (isImpossible)
                {
                    Skip(ImpossibleTime);
                    continue;
                }

                LastTime = seconds;
                Add(reader.Current, time, seconds, offset, flows.Open);

                // Asked after each packet, not each buffer: a step that is repeated must hand on the same flows at the same places.
                if (flows.MustRelieve)
                    await flows.RelieveAsync(cancellation);
            }
            while (reader.TryRead());
        }

        var damage = reader.Damage is { } found ? $"{found.Reason} at byte {found.Offset}: {found.Message}" : null;
        return At(offset) with { Done = true, NextTime = null, Damage = damage };
    }

    private bool MustWait(long seconds, bool isStock, bool isImpossible, FlowAggregator flows)
    {
        if (!isImpossible && (seconds >= plan.Until || (isStock && flows.OpenFlows >= StockFlows)))
            return true;
        var waits = !budget.Has(isStock);
        IsCut = waits && !isStock;
        return waits;
    }

    /// <summary>Simple packet blocks bear no time: such a packet came with the one before it.</summary>
    private long TimeOf(in CapturedFrame frame)
    {
        _own = frame.TimeNanoseconds == 0 ? _own : frame.TimeNanoseconds;
        _shift ??= startAt.GetValueOrDefault() - _own;
        return _own + _shift.Value;
    }

    /// <summary>Before 1970, or more than a day after the file was received: no clock that captures says so.</summary>
    private bool IsImpossible(long seconds) =>
        seconds < 0 || (startAt is null && seconds > receivedAt.ToUnixTimeSeconds() + SecondsPerDay);

    private void Add(in CapturedFrame frame, long time, long seconds, long offset, FlowAggregator flows)
    {
        if (startAt is not null && gaps.Any(gap => gap.Contains(seconds)))
            Skip(NotLogged);
        else if (_counting.Add(frame.Data.Span, frame.OriginalLength, frame.LinkType, time, (ulong)offset, flows) is { } reason)
            Skip(reason);
        else
            _packets++;
    }

    private void Skip(string reason) => _skipped[reason] = _skipped.GetValueOrDefault(reason) + 1;

    private FilePosition At(long offset) => begin with { Offset = offset, ShiftNanoseconds = _shift, Packets = _packets, Skipped = _skipped };
}
