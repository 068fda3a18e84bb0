using Azure.Core.Pipeline;
using FlowLogFunctions.Capture;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Health;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Testing;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Health;

/// <summary>Runs over all accounts need storage of their own.</summary>
public sealed class HealthNotesTests : IAsyncLifetime
{
    private readonly ManualTime _time = new(DateTimeOffset.UtcNow);
    private readonly StorageFaults _faults = new();
    private Azurite? _azurite;
    private ServiceProvider? _services;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _azurite.ConnectionString), new("FlowLog:Health:CacheSeconds", "0")]).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddSingleton<HttpPipelinePolicy>(_faults)
            .AddFlowLogFunctions(settings).BuildServiceProvider();
        await Get<ControlTable>().CreateAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    [Fact]
    public async Task RunsAreNoted_AndOlderCapturesKept()
    {
        using var runs = new Measurements("flowlog.capture.run.duration");
        await Get<HealthNotes>().TryPutAsync(new CaptureNote(_time.Now, _time.Now, CaptureResult.Done, 1, 0, new Dictionary<string, DateTimeOffset> { ["pcap"] = _time.Now }));
        var before = _time.Now;
        _time.Now += TimeSpan.FromMinutes(1);

        await Get<WatchedCapture>().RunAsync(default);
        await Get<MeasureDelivery>().RunAsync(default);

        var found = await Get<ReadHealth>().RunAsync(default);
        Assert.Equal((CaptureResult.Done, _time.Now, 0), (found.Capture!.Result, found.Capture.EndedAt, found.Capture.Steps));
        Assert.Equal(before, found.Capture.LastCaptures["pcap"]);
        Assert.Equal(new DeliveryNote(_time.Now, 0, null), found.Delivery);
        Assert.NotEmpty(runs.Seconds);
    }

    [Fact]
    public async Task RunThatFails_IsNotedWhenItsNoteCanBeMade()
    {
        _faults.Before = call =>
        {
            if (Uri.UnescapeDataString(call.Uri.Query).Contains("scopes", StringComparison.Ordinal))
                throw new Azure.RequestFailedException(403, "not today");
        };

        await Assert.ThrowsAnyAsync<Exception>(() => Get<WatchedCapture>().RunAsync(default));

        var found = await Get<ReadHealth>().RunAsync(default);
        Assert.Equal(CaptureResult.Failed, found.Capture!.Result);
        Assert.Contains(HealthReason.CaptureFailed, found.Reasons);
    }

    private T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();
}
