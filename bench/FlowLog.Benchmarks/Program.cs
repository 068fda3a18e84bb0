using FlowLog.Benchmarks;
using FlowLog.Benchmarks.Browser;
using FlowLog.Benchmarks.Imports;
using FlowLog.Benchmarks.Ingest;
using FlowLog.Benchmarks.Live;
using FlowLog.Benchmarks.Measuring;
using FlowLog.Benchmarks.Meters;
using FlowLog.Benchmarks.Packing;
using FlowLog.Benchmarks.Querying;
using FlowLog.Benchmarks.Reports;
using FlowLog.Benchmarks.Scan;
using FlowLog.Benchmarks.Serve;
using FlowLog.Benchmarks.Startup;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
try
{
    var command = CommandLine.Parse(args);
    Func<TextWriter, Task> run = command.Verb switch
    {
        "ingest" => output => IngestBenchmark.RunAsync(command, output, stop.Token),
        "soak" => output => SoakBenchmark.RunAsync(command, output, stop.Token),
        "capture" => output => CaptureBenchmark.RunAsync(command, output, stop.Token),
        "meters" => output => MetersBenchmark.RunAsync(command, output, stop.Token),
        "live" => output => LiveBenchmark.RunAsync(command, output, stop.Token),
        "rules" => output => RulesBenchmark.RunAsync(command, output, stop.Token),
        "chunks" => output => ChunksBenchmark.RunAsync(command, output, stop.Token),
        "scan" => output => ScanBenchmark.RunAsync(command, output, stop.Token),
        "imports" => output => ImportsBenchmark.RunAsync(command, output, stop.Token),
        "reports" => output => ReportsBenchmark.RunAsync(command, output, stop.Token),
        "serve" => output => ServeBenchmark.RunAsync(command, output, stop.Token),
        "query" => output => QueryBenchmark.RunAsync(command, output, stop.Token),
        "pack" => output => PackBenchmark.RunAsync(command, output, stop.Token),
        "browser" => output => BrowserBenchmark.RunAsync(command, output, stop.Token),
        "startup" => output => StartupBenchmark.RunAsync(command, output, stop.Token),
        _ => output => output.WriteLineAsync(CommandLine.Usage),
    };
    if (!command.Help)
        Machine.Write(Console.Out, command.Verb);
    await run(Console.Out);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
