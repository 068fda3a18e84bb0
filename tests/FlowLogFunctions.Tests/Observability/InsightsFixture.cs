using FlowLogFunctions.Observability;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Observability;

/// <summary>The app on the local host, with Application Insights as its target.</summary>
public sealed class InsightsFixture : IAsyncLifetime
{
    private Ingestion? _ingestion;
    private ReportingApi? _api;

    internal Ingestion Ingestion => _ingestion!;

    internal ApiFixture Api => _api!;

    public async Task InitializeAsync()
    {
        _ingestion = await Ingestion.StartAsync();
        _api = new(_ingestion.ConnectionString);
        await _api.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (_api is not null)
            await _api.DisposeAsync();
        if (_ingestion is not null)
            await _ingestion.DisposeAsync();
    }

    private sealed class ReportingApi(string connection) : ApiFixture((TelemetryTargets.ApplicationInsightsSetting, connection));
}
