using FlowLogFunctions.LocalHost.Functions;
using FlowLogFunctions.LocalHost.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.LocalHost.Timers;

/// <summary>Runs the app's timer functions while the host runs.</summary>
internal sealed class TimerFunctions(
    FunctionCatalog functions, FunctionHostOptions options, IConfiguration settings, Grace grace, IServiceScopeFactory scopes, TimeProvider time,
    ILogger<TimerFunction> logger) : BackgroundService
{
    private TimerFunction[] _timers = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _timers = [.. functions.With<TimerTriggerAttribute>().Select(found => TimerOf(found.Function, found.Trigger))];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_timers.Select(timer => Task.Run(() => timer.RunAsync(stoppingToken, grace.Over), CancellationToken.None)));

    private TimerFunction TimerOf(FunctionMethod function, TimerTriggerAttribute trigger)
    {
        var schedule = TimerSchedule.Parse(function.Name, SettingReference.Expand(settings, trigger.Schedule));
        var status = trigger.UseMonitor ? ScheduleStatusFile.For(options.DataFolder, function.Name) : null;
        return new(function, schedule, trigger.RunOnStartup, status, scopes, time, logger);
    }
}
