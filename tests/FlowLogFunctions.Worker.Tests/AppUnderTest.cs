using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowLogFunctions.Testing;
using FlowLogFunctions.Worker.Tests.Host;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>The app in its worker's process, under a host that the tests play, beside an Azurite of its own.</summary>
public sealed class AppUnderTest : IAsyncLifetime
{
    private const string AccessKeyId = "AKunderworkertest";
    private const string AccessKeySecret = "0123456789abcdef0123456789abcdef";

    private Azurite? _azurite;
    private FunctionsHost? _host;
    private HttpFront? _front;

    internal FunctionsHost Host => _host!;

    public string Storage => _azurite!.ConnectionString;

    /// <summary>Calls with the first account's key.</summary>
    internal HttpClient Client { get; private set; } = new();

    /// <summary>Calls with none.</summary>
    internal HttpClient Stranger { get; private set; } = new();

    /// <summary>The settings of local.settings.sample.json, filled in, and the default of Azure for trusted proxies.</summary>
    public static Dictionary<string, string> Settings(string storage) => new()
    {
        ["AzureWebJobsStorage"] = storage,
        ["AzureWebJobsDisableHomepage"] = "true",
        ["FlowLog__Accounts__0__Id"] = "1000000000000001",
        ["FlowLog__Accounts__0__Name"] = "local",
        ["FlowLog__Accounts__0__AccessKeyId"] = AccessKeyId,
        ["FlowLog__Accounts__0__AccessKeySecret"] = AccessKeySecret,
        ["FlowLog__Regions__Default"] = "cn-hangzhou",
        ["FlowLog__Limits__TrustedProxies"] = "1",
    };

    /// <summary>A property of the newest audit record.</summary>
    internal async Task<string?> LastAuditedAsync(string property)
    {
        var audit = await Client.GetFromJsonAsync<JsonElement>("/api/audit?limit=1");
        return audit.GetProperty("items")[0].GetProperty(property).GetString();
    }

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _host = await FunctionsHost.StartAsync(Settings(Storage));
        _front = await HttpFront.StartAsync(_host);
        Client = new HttpClient { BaseAddress = _front.Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{AccessKeyId}.{AccessKeySecret}");
        Stranger = new HttpClient { BaseAddress = _front.Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        if (_front is not null)
            await _front.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}
