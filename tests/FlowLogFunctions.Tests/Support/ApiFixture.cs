using System.Globalization;
using System.Reflection;
using Azure.Core.Pipeline;
using FlowLogFunctions.LocalHost;
using FlowLogFunctions.LocalHost.Settings;
using FlowLogFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Support;

/// <summary>The app as it runs in production, on the local host: real storage, its own services, its HTTP functions on Kestrel.</summary>
public class ApiFixture : IAsyncLifetime
{
    private const int Accounts = 2000;

    private readonly (string Name, string Value)[] _settings;

    private readonly StorageFaults _faults = new();
    private Azurite? _azurite;
    private WebApplication? _app;
    private int _given;

    public ApiFixture()
        : this([])
    {
    }

    /// <param name="settings">Settings of the app, beside accounts and storage.</param>
    protected ApiFixture(params (string Name, string Value)[] settings) => _settings = settings;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Makes storage calls fail while it is told to; for tests of what a caller sees then.</summary>
    internal StorageFaults Faults => _faults;

    public Uri Address => new(_app!.Urls.First());

    /// <summary>An account that no other test has, with an empty inventory.</summary>
    public ApiClient NewAccount()
    {
        var number = Interlocked.Increment(ref _given) - 1;
        return number < Accounts
            ? new ApiClient(Address, AccountId(number), $"{KeyId(number)}.{Secret(number)}")
            : throw new InvalidOperationException($"More than {Accounts} accounts are asked for.");
    }

    /// <summary>The account of those who run the service; every test has the same.</summary>
    public ApiClient Operator => new(Address, AccountId(Accounts), $"{KeyId(Accounts)}.{Secret(Accounts)}");

    /// <summary>An account that has nothing of the host's; every test has the same.</summary>
    public ApiClient Outsider => new(Address, AccountId(Accounts + 1), $"{KeyId(Accounts + 1)}.{Secret(Accounts + 1)}");

    /// <summary>A caller without any key.</summary>
    public ApiClient Nobody() => new(Address, "", null);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _app = await StartAsync(_azurite.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    private async Task<WebApplication> StartAsync(string storage)
    {
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection(Settings(storage));
        var app = FunctionHost.Build(new FunctionHostOptions
        {
            Types = [.. typeof(ServiceRegistration).Assembly.GetTypes().Where(type => !HasOtherTriggers(type))],
            Register = (services, configuration) => services
                .AddSingleton<HttpPipelinePolicy>(_faults)
                .AddFlowLogFunctions(configuration),
            Settings = settings,
            Host = new HostSettings(new ConfigurationBuilder().AddJsonFile(Repository.Path("host.json")).Build()),
            DataFolder = Path.GetTempPath(),
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Timers and queues would change things under the tests: those run them when they want.</summary>
    private static bool HasOtherTriggers(Type type) => type.GetMethods()
        .SelectMany(method => method.GetParameters())
        .Any(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null and not HttpTriggerAttribute);

    private Dictionary<string, string?> Settings(string storage)
    {
        var settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage, ["FlowLog:Health:CacheSeconds"] = "0", ["FlowLog:Operators:AccountIds:0"] = AccountId(Accounts) };
        foreach (var (name, value) in _settings)
            settings[name] = value;
        for (var number = 0; number <= Accounts; number++)
            settings[$"FlowLog:HostSources:AccountIds:{number}"] = AccountId(number);
        for (var number = 0; number <= Accounts + 1; number++)
        {
            settings[$"FlowLog:Accounts:{number}:Id"] = AccountId(number);
            settings[$"FlowLog:Accounts:{number}:Name"] = $"Account {number}";
            settings[$"FlowLog:Accounts:{number}:AccessKeyId"] = KeyId(number);
            settings[$"FlowLog:Accounts:{number}:AccessKeySecret"] = Secret(number);
        }

        return settings;
    }

    private static string AccountId(int number) => (1_000_000_000_000_001 + number).ToString(CultureInfo.InvariantCulture);

    private static string KeyId(int number) => $"LTAItest{number:D8}";

    private static string Secret(int number) => $"secret{number:D26}";
}
