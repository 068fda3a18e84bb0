using System.Diagnostics;
using System.Security.Cryptography;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FlowLog.Benchmarks.Live;

/// <summary>The service's own capture with its default settings, on a thread of this process.</summary>
internal sealed class ServiceReceiver : ILiveReceiver
{
    private readonly Telemetry _telemetry = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly InterfaceCaptures _captures;
    private readonly InterfaceCapture _capture;
    private readonly TimeSpan _before = Process.GetCurrentProcess().TotalProcessorTime;

    public ServiceReceiver(LiveHosts hosts)
    {
        var eni = new Eni
        {
            Id = "eni-1",
            VpcId = "",
            VSwitchId = "",
            CreatedAt = TimeProvider.System.GetUtcNow(),
            Source = new(TrafficSourceType.Interface, 0, 0) { Interface = LiveHosts.Interface },
        };
        _captures = new(
            Options.Create(new InterfaceOptions()), Options.Create(new CaptureOptions()), _telemetry, _random, TimeProvider.System,
            NullLogger<InterfaceCapture>.Instance);
        _capture = hosts.Receiver.Run(() => _captures.Ask(new("1", "cn-hangzhou"), eni));
        while (!_capture.IsReading)
            Thread.Sleep(10);
    }

    public string Name => "this service";

    public (long Taken, long Dropped, double Busy) Counts(double others) =>
        (_capture.Frames, _capture.Dropped, (Process.GetCurrentProcess().TotalProcessorTime - _before).TotalSeconds - others);

    public void Dispose()
    {
        _captures.Dispose();
        _telemetry.Dispose();
        _random.Dispose();
    }
}
