using System.Diagnostics;
using FlowLog.Benchmarks.Ingest;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Traffic;
using FlowLog.Reports;
using FlowLog.Reports.Charts;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Reports;
using FlowLogFunctions.Storage;

namespace FlowLog.Benchmarks.Reports;

/// <summary>Reports of seven days of a busy Logstore, beside what reading each chunk's aggregate of one day takes.</summary>
internal static class ReportsBenchmark
{
    private const int Day = 86_400;
    private const int Hour = 3600;
    private const int Top = 10;

    private static readonly IReadOnlyCollection<AggregatePart> DashboardParts =
        [AggregatePart.Series, AggregatePart.Variances, AggregatePart.Sources, AggregatePart.Destinations, AggregatePart.DestinationPorts, AggregatePart.Enis];

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        await using var service = await IngestService.StartAsync(cancellation);
        var logstore = new BusyLogstore(service, command.IsRecordsGiven ? command.Records : 10_000);
        var began = Stopwatch.GetTimestamp();
        await logstore.FillAsync(cancellation);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{BusyLogstore.Days} days of {logstore.ChunksPerDay} chunks, filled and rolled up in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, Azurite in memory."));
        await output.WriteLineAsync();
        var table = new Table(["milliseconds", "cold", .. Figures.Heads, "roll-ups of days", "of hours", "chunks", "records", "complete"]);
        await AddAsync("dashboard, 7 days", BusyLogstore.Days * Day, null);
        foreach (var report in FlowReports.All)
            await AddAsync($"report {report.Name}, 7 days", BusyLogstore.Days * Day, report.Name);
        await AddAsync("dashboard, 6 hours to the minute", 6 * Hour, null);
        await AddAsync("dashboard, 1 hour to the minute", Hour, null);
        await AddChunksAsync();
        table.Write(output);

        async Task AddAsync(string what, int seconds, string? report)
        {
            var range = new TimeRange(logstore.Until - seconds, logstore.Until);
            var (cold, statistics, share) = await TimedAsync(service, logstore, range, report, cancellation);
            var warm = new Figures(await Repeat.RunsAsync(
                command.Time, async () => (await TimedAsync(service, logstore, range, report, cancellation)).Milliseconds, cancellation));
            table.Add([
                what, Figures.Text(cold), .. warm.Cells, Figures.Text(statistics.Days), Figures.Text(statistics.Hours), Figures.Text(statistics.Chunks),
                Figures.Text(statistics.RowsScanned), Figures.Text(share)]);
        }

        async Task AddChunksAsync()
        {
            var day = logstore.Until - (2 * Day) - (logstore.Until % Day);
            var (cold, chunks) = await EachChunkAsync(service, logstore, day, cancellation);
            var warm = new Figures(await Repeat.RunsAsync(command.Time, async () => (await EachChunkAsync(service, logstore, day, cancellation)).Milliseconds, cancellation));
            table.Add(["each chunk's aggregate, 1 day", Figures.Text(cold), .. warm.Cells, "0", "0", Figures.Text(chunks), "0", ""]);
        }
    }

    private static async Task<(double Milliseconds, ReportStatistics Statistics, double Share)> TimedAsync(
        IngestService service, BusyLogstore busy, TimeRange range, string? report, CancellationToken cancellation)
    {
        var caller = new Caller(GeneratedTraffic.Scope.AccountId, null, GeneratedTraffic.Scope.Region);
        var (project, name) = (busy.Logstore.Project, busy.Logstore.Name);
        var began = Stopwatch.GetTimestamp();
        if (report is null)
        {
            var dashboard = Required(await service.Get<ReadDashboard>().RunAsync(caller, project, name, range, Top, cancellation));
            return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, dashboard.Statistics!, dashboard.Completeness!.Share ?? 0);
        }

        var answer = Required(await service.Get<ReadReport>().RunAsync(caller, project, name, report, range, Top, cancellation));
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, answer.Statistics, answer.Completeness.Share ?? 0);
    }

    /// <summary>The parts of a dashboard from the aggregates of a day's chunks, as there were no roll-ups.</summary>
    private static async Task<(double Milliseconds, int Chunks)> EachChunkAsync(IngestService service, BusyLogstore busy, long day, CancellationToken cancellation)
    {
        var (began, count) = (Stopwatch.GetTimestamp(), 0);
        var whole = new Aggregate();
        for (var hour = day; hour < day + Day; hour += Hour)
        {
            var chunks = await service.Get<LogstoreAggregates>().OfHourAsync(busy.Logstore.Id, hour, cancellation);
            foreach (var aggregate in (await service.Get<LogstoreAggregates>().ReadAsync(chunks, chunks.Count, DashboardParts, cancellation))!)
                whole.Merge(aggregate!);
            count += chunks.Count;
        }

        whole.Trim();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, count);
    }

    private static T Required<T>(Outcome<T> outcome) =>
        outcome.Is(out var value, out var refusal) ? value : throw new InvalidOperationException(refusal.Detail);
}
