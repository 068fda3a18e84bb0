using System.Security.Cryptography;
using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>The traffic source of an interface in a namespace, begun while nothing passed there.</summary>
internal sealed class CapturedInterface : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Scope Scope = new("1", "cn-hangzhou");

    private readonly NetworkNamespace _host;
    private readonly Telemetry _telemetry = new();
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly InterfaceCaptures _captures;
    private readonly InterfaceSource _source;
    private readonly Eni _eni;
    private readonly long _from;
    private (long Packets, long Bytes) _before;

    public CapturedInterface(NetworkNamespace host, string name, InterfaceOptions? options = null)
    {
        var interfaces = Options.Create(options ?? new InterfaceOptions { RingMebibytes = 8 });
        _host = host;
        _eni = new Eni { Id = "eni-1", VpcId = "", VSwitchId = "", CreatedAt = Time.Now, Source = new(TrafficSourceType.Interface, 0, 0) { Interface = name } };
        _from = CaptureWindow.Floor(Time.Now.ToUnixTimeSeconds(), 60);
        _captures = new(interfaces, Options.Create(new CaptureOptions { Multicast = true }), _telemetry, _random, Time, NullLogger<InterfaceCapture>.Instance);
        _source = new(_captures, interfaces);
    }

    public StoppableTime Time { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>Packets and bytes that have passed since the beginning, as the kernel counts them.</summary>
    public (long Packets, long Bytes) Passed => (Counters().Packets - _before.Packets, Counters().Bytes - _before.Bytes);

    /// <summary>What was read last and is no IP: address resolution, 28 bytes a packet without its link header.</summary>
    public (long Packets, long Bytes) NotIp { get; private set; }

    /// <summary>Threads inherit the namespace of the thread that begins them.</summary>
    public InterfaceCapture Capture => _host.Run(() => _captures.Ask(Scope, _eni));

    /// <summary>Begins, and begins anew if something passed meanwhile: neighbours are looked for and groups joined at any time.</summary>
    public async Task BeginAsync()
    {
        (long, long) after;
        do
        {
            Capture.Dispose();
            _before = Counters();
            await UntilAsync(() => Capture.IsReading, () => "not reading");
            after = Counters();
        }
        while (after != _before);
    }

    /// <summary>Waits until all that has passed has been read.</summary>
    public Task ReadAllAsync(long dropped = 0) => UntilAsync(() => Capture.Frames + dropped == Passed.Packets, () => $"{Capture.Frames} frames of {Passed.Packets}");

    /// <summary>Takes the link down, so that nothing passes any more, and waits until all that did has been read.</summary>
    public async Task EndAsync()
    {
        _host.Set($"link set {_eni.Source.Interface} down");
        await UntilAsync(() => !Capture.IsReading, () => "still reading");
    }

    public static async Task UntilAsync(Func<bool> isSo, Func<string> what)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !isSo(); await Task.Delay(20))
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, what());
    }

    /// <summary>Moves the clock past the window of all that has passed, and reads.</summary>
    public async Task<(IReadOnlyList<FlowTotals> Flows, IReadOnlyList<Loss> Losses)> ReadAsync()
    {
        Time.Now = TimeProvider.System.GetUtcNow().AddMinutes(2);
        return await ReadAsync(_from, CaptureWindow.Floor(Time.Now.ToUnixTimeSeconds(), 60) - 60);
    }

    public async Task<(IReadOnlyList<FlowTotals> Flows, IReadOnlyList<Loss> Losses)> ReadAsync(long from, long until)
    {
        var flows = new FlowAggregator(0);
        var plan = new CapturePlan(from, until, 60, [], []);
        var reading = await _source.ReadAsync(Scope, _eni, new CaptureCursor(), plan, StepFlows.Kept(flows), default);
        var others = Capture.Held.Read(plan).Windows.SelectMany(window => window.Skipped).ToList();
        Assert.All(others, other => Assert.Equal(nameof(NotFlow.Arp), other.Reason));
        NotIp = (others.Sum(other => other.Packets), 28 * others.Sum(other => other.Packets));
        return ([.. flows.Drain()], reading.Losses);
    }

    public void Dispose()
    {
        Time.Dispose();
        _captures.Dispose();
        _telemetry.Dispose();
        _random.Dispose();
    }

    private (long Packets, long Bytes) Counters() => _host.Counters(_eni.Source.Interface!);
}
