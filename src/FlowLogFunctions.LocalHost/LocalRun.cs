using System.Net.Http.Headers;
using FlowLogFunctions.LocalHost.Sample;
using FlowLogFunctions.LocalHost.Settings;
using FlowLogFunctions.LocalHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost;

/// <summary>One run of the local host, from its settings to its stop.</summary>
internal sealed partial class LocalRun(CommandLine command, Folders folders, TextWriter output)
{
    /// <summary>What whoever runs it would have otherwise: another clock, shorter leases.</summary>
    public Func<FunctionHostOptions, FunctionHostOptions> Altered { get; init; } = options => options;

    /// <summary>Serves until <paramref name="stop"/>.</summary>
    /// <exception cref="StartException">Something keeps it from starting.</exception>
    public async Task ServeAsync(CancellationToken stop)
    {
        if (command.Port != 0 && !AzuritePorts.IsFree(command.Port)) throw PortInUse();
        var settings = LocalSettings.Read(folders.OfSettings);
        var data = new DataFolder(LocalStorage.IsFolder(command.Storage) ? command.Storage! : Path.Combine(folders.Top, DataFolder.DefaultName));
        await using var storage = await LocalStorage.OpenAsync(command.Storage, settings, folders, data, stop);
        StorageSetting.Replace(settings, storage.Connection);
        var account = FirstAccount.Ensure(settings, data.Path);
        await using var app = FunctionHost.Build(Altered(OptionsOf(settings, data, storage)));
        await StartAsync(app, stop);
        var address = new Uri(app.Urls.Single());
        Announcement.Write(output, address, account, storage.IsOwn ? data.Path : $"{data.Path} and {HostOf(storage.Connection)}");
        var sample = command.Empty ? Task.CompletedTask : MakeSampleAsync(app, address, account, data.Path, stop);
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sample;
        await app.StopAsync(CancellationToken.None);
    }

    private FunctionHostOptions OptionsOf(ConfigurationManager settings, DataFolder data, LocalStorage storage) => new()
    {
        Types = typeof(ServiceRegistration).Assembly.GetTypes(),
        Register = (services, configuration) =>
        {
            services.AddFlowLogFunctions(configuration);
            if (storage.IsOwn)
                services.AddHostedService(provider => ActivatorUtilities.CreateInstance<TableFileWatch>(provider, data.Azurite));
        },
        Settings = settings,
        Host = HostSettings.Read(Path.Combine(folders.Program, "host.json")),
        DataFolder = data.Path,
        Port = command.Port,
        Verbose = command.Verbose,
    };

    private async Task StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw PortInUse();
        }
    }

    private StartException PortInUse() => new($"Port {command.Port} is in use. Choose another with --port.");

    /// <summary>A host without its sample still serves.</summary>
    private static async Task MakeSampleAsync(WebApplication app, Uri address, FirstAccount account, string data, CancellationToken stop)
    {
        try
        {
            using var api = new HttpClient { BaseAddress = address };
            api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account.Key);
            var log = app.Services.GetRequiredService<ILogger<LocalRun>>();
            await new SampleAccount(Path.Combine(AppContext.BaseDirectory, "samples"), Path.Combine(data, "sample-made"), withThisHost: true, log).MakeAsync(api, stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            Log.SampleFailed(app.Services.GetRequiredService<ILogger<LocalRun>>(), problem);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the next start makes what is missing.
        }
    }

    /// <summary>What may be shown of a connection string.</summary>
    private static string HostOf(string connection) => connection.Split(';').FirstOrDefault(
        part => part.StartsWith("TableEndpoint=", StringComparison.OrdinalIgnoreCase) || part.StartsWith("AccountName=", StringComparison.OrdinalIgnoreCase),
        "the storage account");

    private static partial class Log
    {
        [LoggerMessage(EventId = 900, Level = LogLevel.Warning, Message = "The sample could not be made; use --empty to go without.")]
        public static partial void SampleFailed(ILogger logger, Exception problem);
    }
}
