using System.Diagnostics;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Serve;

/// <summary>
/// Queries over HTTP, with the local host and Azurite as processes of their own: cold, with nothing kept in memory, beside the time that
/// fetching the same columns takes alone; and warm, asked again and again.
/// </summary>
internal static class ServeBenchmark
{
    private const int DefaultRecords = 6_000_000;

    private static readonly IReadOnlyList<ServedQuery> Queries =
    [
        new("count, sum(bytes) where protocol=6 and dstport=443", "protocol: 6 and dstport: 443 | SELECT count(*), sum(bytes)", [FlowFields.Protocol, FlowFields.DestinationPort, FlowFields.Bytes]),
        new("the same in a five-minute window", "protocol: 6 and dstport: 443 | SELECT count(*), sum(bytes)", [FlowFields.Protocol, FlowFields.DestinationPort, FlowFields.Bytes], Seconds: 300),
        new("srcaddr and dstport=443", "srcaddr: 10.0.0.1 and dstport: 443 | SELECT count(*), sum(bytes)", [FlowFields.Source, FlowFields.DestinationPort, FlowFields.Bytes]),
        new("top 10 srcaddr by bytes", "* | SELECT srcaddr, sum(bytes) AS b GROUP BY srcaddr ORDER BY b DESC LIMIT 10", [FlowFields.Source, FlowFields.Bytes]),
        new("group by srcaddr,dstaddr,dstport,protocol, top 10", "* | SELECT srcaddr, dstaddr, dstport, protocol, sum(bytes) AS b GROUP BY srcaddr, dstaddr, dstport, protocol ORDER BY b DESC LIMIT 10", [FlowFields.Source, FlowFields.Destination, FlowFields.DestinationPort, FlowFields.Protocol, FlowFields.Bytes]),
        new("group by dstport,protocol", "* | SELECT dstport, protocol, count(*), sum(bytes) GROUP BY dstport, protocol", [FlowFields.DestinationPort, FlowFields.Protocol, FlowFields.Bytes]),
        new("per minute and action", "* | SELECT date_trunc('minute', __time__) AS t, action, count(*), sum(bytes) GROUP BY t, action", [FlowFields.Action, FlowFields.Bytes]),
    ];

    public static async Task RunAsync(CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        await using var storage = await ServedLogstore.StartAsync(cancellation);
        var records = await storage.FillAsync(command.IsRecordsGiven ? command.Records : DefaultRecords, cancellation);
        foreach (var isMerged in new[] { false, true })
        {
            if (isMerged)
                await storage.MergeAsync(cancellation);
            var chunks = await storage.CountAsync(cancellation);
            output.WriteLine($"{Figures.Text(records)} records in {Figures.Text(chunks)} chunks of {ServedLogstore.Hours} hours, {(isMerged ? "merged" : "as they were ingested")}; milliseconds");
            output.WriteLine();
            await MeasureAsync(storage, records, command, output, cancellation);
        }
    }

    private static async Task MeasureAsync(ServedLogstore storage, long records, CommandLine command, TextWriter output, CancellationToken cancellation)
    {
        await using var cold = await ServedHost.StartAsync(storage, cacheMebibytes: 0, cancellation);
        await using var warm = await ServedHost.StartAsync(storage, cacheMebibytes: 1024, cancellation);
        var table = new Table("query", "fetch alone", "cold", "ratio", "warm", "warm, million records/s");
        foreach (var query in Queries)
        {
            var time = command.Time / 5;
            var columns = query.Columns;
            var fetched = await TimesAsync(time, () => storage.FetchAsync(columns, cancellation), cancellation);
            var first = await TimesAsync(time, () => cold.AskAsync(query, cancellation), cancellation);
            var again = await TimesAsync(time, () => warm.AskAsync(query, cancellation), cancellation);
            table.Add(query.Name, Figures.Text(fetched.Median), Figures.Text(first.Median), first.RatioTo(fetched), Figures.Text(again.Median), Figures.Text(records / again.Median / 1000));
        }

        table.Write(output);
    }

    private static async Task<Figures> TimesAsync(TimeSpan time, Func<Task> work, CancellationToken cancellation) => new(await Repeat.RunsAsync(time, async () =>
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }, cancellation));
}
