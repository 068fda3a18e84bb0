using Azure.Storage.Queues;
using FlowLogFunctions.LocalHost.Functions;
using FlowLogFunctions.LocalHost.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>Runs the app's queue functions while the host runs.</summary>
internal sealed class QueueFunctions(
    FunctionCatalog functions, QueueSettings queues, IConfiguration settings, Grace grace, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<QueueListener> logger) : BackgroundService
{
    private const string PoisonSuffix = "-poison";
    private QueueListener[] _listeners = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners = [.. functions.With<QueueTriggerAttribute>().Select(found => ListenerOf(found.Function, found.Trigger))];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_listeners.Select(listener => Task.Run(() => listener.RunAsync(stoppingToken, grace.Over), CancellationToken.None)));

    private QueueListener ListenerOf(FunctionMethod function, QueueTriggerAttribute trigger)
    {
        var connection = StorageSetting.Find(settings, function.Name, trigger.Connection);
        var name = SettingReference.Expand(settings, trigger.QueueName);
        var queue = ClientOf(function.Name, connection, name);
        var poison = name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : ClientOf(function.Name, connection, name + PoisonSuffix);
        var handling = new MessageHandling(function, queue, poison, queues, scopes, time, logger);
        return new(queue, handling, queues, time, logger);
    }

    /// <summary>Texts are passed as they are: one that does not decode must reach the poison queue unchanged.</summary>
    private static QueueClient ClientOf(string function, string connection, string queue)
    {
        try
        {
            return new(connection, queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw new StartException($"The function {function}: its storage connection is not valid: {problem.Message}");
        }
    }
}
