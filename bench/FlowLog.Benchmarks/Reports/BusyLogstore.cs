using FlowLog.Benchmarks.Chunks;
using FlowLog.Benchmarks.Ingest;
using FlowLog.Benchmarks.Traffic;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Ledger;
using FlowLog.Reports;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Merging;
using FlowLogFunctions.RollUps;
using FlowLogFunctions.Storage;

namespace FlowLog.Benchmarks.Reports;

/// <summary>
/// A Logstore with its report on that has been busy for seven days: ENIs that bring a chunk each minute. Hours that are over are closed and rolled up by the
/// service's own code; the last two are noted, as the service has them.
/// </summary>
internal sealed class BusyLogstore(IngestService service, int chunksPerDay)
{
    public const int Days = 7;
    private const int MinutesPerDay = 24 * 60;
    private const int RecordsPerChunk = 60;
    private const int Hour = LogstoreKeys.SecondsPerHour;
    private const int Minute = 60;
    private const int Locals = 512;
    private const int Remotes = 65_536;
    private const double Exponent = 0.85;

    private readonly int _enis = Math.Max(1, chunksPerDay / MinutesPerDay);

    public Logstore Logstore { get; } = new(
        "benchreports", "bench-reports", "flows", "", Days, TimeProvider.System.GetUtcNow().AddDays(-Days - 1), TimeProvider.System.GetUtcNow().AddDays(-Days - 1), IsTtlChosen: true);

    public int ChunksPerDay => _enis * MinutesPerDay;

    /// <summary>The end of what is in it, Unix seconds: a whole minute that has just gone by.</summary>
    public long Until { get; private set; }

    public async Task FillAsync(CancellationToken cancellation)
    {
        await service.AddAsync(Logstore, cancellation);
        Until = CaptureWindow.Floor(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), Minute);
        for (var hour = CaptureWindow.Floor(Until - (Days * 24 * Hour), Hour); hour < Until; hour += Hour)
        {
            var isOpen = hour + Hour + HourNotes.Rest.TotalSeconds > Until;
            if (isOpen)
                await service.Get<HourNotes>().NoteAsync(GeneratedTraffic.Scope, Logstore, hour, cancellation);
            await FillAsync(hour, isOpen, cancellation);
        }
    }

    private async Task FillAsync(long hour, bool isOpen, CancellationToken cancellation)
    {
        var minutes = (int)Math.Min(60, (Until - hour) / Minute);
        var last = isOpen ? 1 : 0;
        await WriteAsync(hour, 0, minutes - last, cancellation);
        if (isOpen)
        {
            await service.Get<HourRollUp>().RefreshAsync(Logstore.Id, hour, cancellation);
            await WriteAsync(hour, minutes - last, minutes, cancellation);
            return;
        }

        await RequireAsync(service.Get<HourRollUp>().CloseAsync(Logstore.Id, hour, cancellation));
        var isLastOfDay = (hour + Hour) % (24 * Hour) == 0;
        if (isLastOfDay || hour + (2 * Hour) + HourNotes.Rest.TotalSeconds > Until)
            await RequireAsync(service.Get<DayRollUp>().TakeAsync(Logstore.Id, hour, cancellation));
    }

    private Task WriteAsync(long hour, int fromMinute, int toMinute, CancellationToken cancellation) => Parallel.ForEachAsync(
        from minute in Enumerable.Range(0, toMinute).Skip(fromMinute)
        from eni in Enumerable.Range(0, _enis)
        select (Start: hour + (minute * Minute), Eni: eni),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
        async (step, stop) =>
        {
            var rows = FlowColumns.Of(Records(step.Start, step.Eni));
            var id = FormattableString.Invariant($"{EniId(step.Eni)}-{step.Start / Minute:D8}-0");
            var chunk = ChunkEncoder.Encode(rows);
            var statement = new BatchStatement
            {
                BatchId = id,
                EniId = EniId(step.Eni),
                Step = new(step.Start, step.Start + Minute, Minute, Logstore.CreatedAt.ToUnixTimeSeconds(), step.Start + 90, 0, 1, ""),
                Windows = [new(step.Start, step.Start + Minute, MinuteState.Observed)],
                FlowLogs = [new("fl-bp1bench0000000001", rows.Count, 1, step.Start)],
            };
            var written = await service.Tables.AddAsync(
                Logstore.Id, hour, id, new(chunk, TimeSpanOfStarts.Of(rows.Numbers(FlowFields.Start)), Aggregate.Of(rows), default, [statement]), stop);
            await RequireAsync(Task.FromResult(written == ChunkWrite.Added));
        });

    private static List<FlowRecord> Records(long start, int eni)
    {
        var random = new Random(HashCode.Combine((int)(start / Minute), eni));
        return [.. Enumerable.Range(0, RecordsPerChunk).Select(_ => Record(random, start, eni))];
    }

    private static FlowRecord Record(Random random, long start, int eni)
    {
        var flow = InventedFlow.Of(random, eni, (int)InventedFlows.Zipf(random, Locals, Exponent), InventedFlows.Zipf(random, Remotes, Exponent));
        return new()
        {
            AccountId = GeneratedTraffic.Scope.AccountId,
            Region = GeneratedTraffic.Scope.Region,
            VpcId = "vpc-bp1bench000000000",
            VSwitchId = "vsw-bp1bench000000000",
            VmId = FormattableString.Invariant($"i-bp1bench{eni:D11}"),
            EniId = EniId(eni),
            Flow = new(flow.Source, flow.Destination, (ushort)flow.SourcePort, (ushort)flow.DestinationPort, flow.Protocol),
            Direction = flow.Direction,
            Action = flow.Action,
            Packets = flow.Packets,
            Bytes = flow.Bytes,
            Start = start + random.Next(Minute),
            End = start + Minute,
            RuleId = FormattableString.Invariant($"sgr-bp1bench{random.Next(40):D9}"),
        };
    }

    private static string EniId(int eni) => FormattableString.Invariant($"eni-bp1bench{eni:D9}");

    private static async Task RequireAsync(Task<bool> work)
    {
        if (!await work)
            throw new InvalidOperationException("Somebody else writes to the benchmark's Logstore.");
    }
}
