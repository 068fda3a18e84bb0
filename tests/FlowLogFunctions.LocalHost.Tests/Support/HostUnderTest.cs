using FlowLogFunctions.LocalHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>A host that serves one class of functions.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder? _ownFolder;

    private HostUnderTest(WebApplication app, TemporaryFolder? ownFolder) => (_app, _ownFolder) = (app, ownFolder);

    public Uri Address => new(_app.Urls.Single());

    /// <param name="services">What the functions are constructed with.</param>
    /// <param name="settings">The app's settings.</param>
    /// <param name="host">Settings of host.json, by their path.</param>
    /// <param name="dataFolder">A temporary one if null.</param>
    public static async Task<HostUnderTest> StartAsync(
        Type functions,
        Action<IServiceCollection> services,
        Dictionary<string, string?>? settings = null,
        Dictionary<string, string?>? host = null,
        string? dataFolder = null,
        TimeProvider? time = null)
    {
        var own = dataFolder is null ? new TemporaryFolder() : null;
        var values = new ConfigurationManager();
        values.AddInMemoryCollection(settings ?? []);
        var app = FunctionHost.Build(new FunctionHostOptions
        {
            Types = [functions],
            Register = (collection, _) => services(collection),
            Settings = values,
            Host = new HostSettings(new ConfigurationBuilder().AddInMemoryCollection(host ?? []).Build()),
            DataFolder = dataFolder ?? own!.Path,
            Time = time ?? TimeProvider.System,
        });
        try
        {
            await app.StartAsync();
            return new(app, own);
        }
        catch
        {
            await app.DisposeAsync();
            own?.Dispose();
            throw;
        }
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
