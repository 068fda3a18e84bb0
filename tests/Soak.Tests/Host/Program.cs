using FlowLogFunctions.LocalHost;
using FlowLogFunctions.LocalHost.Queues;
using FlowLogFunctions.LocalHost.Settings;
using FlowLogFunctions.Soak.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

// The local host, with a clock that the test drives and leases short enough for a killed host's messages to come back within the test.
var clock = new DrivenTime(args[0]);
using var stop = new StopSignal();
try
{
    var run = new LocalRun(CommandLine.Parse(args[1..]), Folders.OfThisProcess(), Console.Out)
    {
        Altered = options => options with
        {
            Time = clock,
            // Its own: timers' times are there, of this clock.
            DataFolder = Environment.CurrentDirectory,
            Register = (services, settings) =>
            {
                services.AddSingleton(QueueSettings.Of(options.Host.Queues) with { Lease = HostProcess.Lease });
                options.Register(services, settings);
            },
        },
    };
    await run.ServeAsync(stop.Asked);
    return 0;
}
catch (OperationCanceledException) when (stop.Asked.IsCancellationRequested)
{
    return 0;
}
