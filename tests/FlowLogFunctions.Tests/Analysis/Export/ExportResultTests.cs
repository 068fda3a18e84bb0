using System.Runtime.CompilerServices;
using FlowLog.Flows;
using FlowLog.Printing;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Ledger;
using FlowLogFunctions.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLogFunctions.Tests.Analysis.Export;

/// <summary>Exports without an end, over a socket.</summary>
public sealed class ExportResultTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource _ended = new();
    private readonly CallTelemetry _telemetry = new();
    private WebApplication? _app;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => Export(context.Request.Path == "/gzip").ExecuteAsync(context));
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        _telemetry.Dispose();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip")]
    public async Task RecordsComeWhileMoreAreMade_AndNoneIsMadeForACallerWhoLeft(string path)
    {
        using (var http = new HttpClient())
        {
            await using var body = await http.GetStreamAsync(new Uri(new Uri(_app!.Urls.Single()), path));
            await body.ReadExactlyAsync(new byte[3_000_000]);
        }

        Assert.Null(await Record.ExceptionAsync(() => _ended.Task.WaitAsync(Patience)));
    }

    private ExportResult Export(bool isCompressed) => new(
        EndlessAsync(default),
        new ExportRequest(new TimeRange(0, 1), null, LineFormat.Ndjson, isCompressed),
        "endless",
        new CompletenessTotals(default, default, null, 0, 0, 0, 0, 0, 0, 0, 0),
        new("export", _telemetry),
        NullLogger.Instance,
        default);

    private async IAsyncEnumerable<FlowColumns> EndlessAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            for (var random = new Random(1); ;)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
                yield return FlowColumns.Of(SomeFlows.Of(random, 0, 500));
            }
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
