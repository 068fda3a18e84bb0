using System.Net;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Analysis.Tail;

[Collection(AzuriteCollection.Name)]
public sealed class TailResultTests(AzuriteCollection.Shared azurite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CallTelemetry _telemetry = new();

    [Fact]
    public void Slots_AreAsManyAsTheOptionSays()
    {
        var slots = new TailSlots(Options.Create(new TailOptions { MaxTails = 2 }), _telemetry);
        var (one, two) = (slots.Take(), slots.Take());

        Assert.NotNull(one);
        Assert.Null(slots.Take());
        one.Dispose();
        one.Dispose();

        Assert.NotNull(slots.Take());
        Assert.Null(slots.Take());
        Assert.NotNull(two);
    }

    [Fact]
    public async Task NoSlotLeft_TooManyRequests()
    {
        var slots = new TailSlots(Options.Create(new TailOptions { MaxTails = 1 }), _telemetry);
        using var taken = slots.Take();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };

        await new TailResult(null!, slots, new("tail", _telemetry), TimeSpan.FromSeconds(1), TimeProvider.System, NullLogger.Instance, default).ExecuteAsync(context);

        Assert.Equal(StatusCodes.Status429TooManyRequests, context.Response.StatusCode);
    }

    [Fact]
    public async Task CallerLeaves_ItsSlotIsFree()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var slots = new TailSlots(Options.Create(new TailOptions { MaxTails = 1 }), _telemetry);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context => Tail(site, worker, slots).ExecuteAsync(context));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var waiting = new CancellationTokenSource(Patience);

        using (var first = await http.GetAsync("", HttpCompletionOption.ResponseHeadersRead, waiting.Token))
        using (var second = await http.GetAsync("", HttpCompletionOption.ResponseHeadersRead, waiting.Token))
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));

        while (true)
        {
            using var next = await http.GetAsync("", HttpCompletionOption.ResponseHeadersRead, waiting.Token);
            if (next.StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(20, waiting.Token);
        }
    }

    private TailResult Tail(LogstoreSite site, LogstoreWorker worker, TailSlots slots)
    {
        var request = new TailRequest(FlowPredicate.All, null, null);
        var arrivals = new TailArrivals(worker.Tables, site.Logstore.Id, request, TimeProvider.System);
        var length = TimeSpan.FromMinutes(3);
        return new(new TailRun(arrivals, request, length, TimeProvider.System), slots, new("tail", _telemetry), length, TimeProvider.System, NullLogger.Instance, default);
    }
}
