using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FlowLog.Flows;
using FlowLog.Packets;
using FlowLogFunctions.Capture.Interfaces;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

public sealed partial class InterfaceSourceTests
{
    private const byte Tcp = 6;
    private const byte Udp = 17;

    [NamespacesFact]
    public async Task Conversations_AddUpToTheKernelsCounters_AtBothEndsAndAtThePort()
    {
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0");
        using var other = new CapturedInterface(hosts.Other, "eth0");
        await one.BeginAsync();
        await other.BeginAsync();

        foreach (var six in new[] { false, true })
        {
            Talk.Tcp(hosts, six, 300_000);
            Talk.Udp(hosts, six, 100);
            Talk.Ping(hosts, six, 56);
        }

        foreach (var end in new[] { one, other })
        {
            await end.EndAsync();
            var (flows, losses) = await end.ReadAsync();

            Assert.Equal(end.Passed.Packets, flows.Sum(flow => flow.Packets) + end.NotIp.Packets);
            Assert.Equal(end.Passed.Bytes, flows.Sum(flow => flow.Bytes) + end.NotIp.Bytes);
            Assert.DoesNotContain(losses, loss => loss.Reason.Contains("packets", StringComparison.Ordinal));
            foreach (var six in new[] { false, true })
                Assert.Superset(new HashSet<byte> { Tcp, Udp, (byte)(six ? 58 : 1) }, Protocols(flows, six));
        }
    }

    [NamespacesFact]
    public async Task FragmentedDatagram_IsOneFlowOfAllItsFragments()
    {
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0");
        await one.BeginAsync();

        var four = Talk.Udp(hosts, six: false, 4000);
        var six = Talk.Udp(hosts, six: true, 4000);
        await one.ReadAllAsync();
        var (flows, _) = await one.ReadAsync();

        // 1480 bytes of a fragment's 1500 are payload; in IPv6, 1448 with a fragment header.
        var request = flows.Single(flow => flow.Flow.DestinationPort == four.Server && flow.Flow.SourcePort == four.Client && !flow.Flow.Source.IsIPv6);
        Assert.Equal((3, 4008 + (3 * 20)), (request.Packets, request.Bytes));
        var answer = flows.Single(flow => flow.Flow.DestinationPort == six.Client && flow.Flow.SourcePort == six.Server && flow.Flow.Source.IsIPv6);
        Assert.Equal((3, 4008 + (3 * 48)), (answer.Packets, answer.Bytes));
    }

    [NamespacesFact]
    public async Task Loopback_CountsEachPacketOnce()
    {
        using var host = new NetworkNamespace();
        using var loopback = new CapturedInterface(host, "lo");
        await loopback.BeginAsync();

        Talk.Flood(host, IPAddress.Parse("127.0.0.9"), 50);
        // The kernel counts each packet twice here: as it leaves and as it comes.
        await CapturedInterface.UntilAsync(() => loopback.Capture.Frames == loopback.Passed.Packets / 2, () => $"{loopback.Capture.Frames} frames of {loopback.Passed}");
        var (flows, _) = await loopback.ReadAsync();

        Assert.Equal(50, flows.Where(flow => flow.Flow.DestinationPort == 9).Sum(flow => flow.Packets));
        Assert.Equal(loopback.Passed.Packets / 2, flows.Sum(flow => flow.Packets));
    }

    [NamespacesFact]
    public async Task PointToPointTunnel_IsReadAsRawIp()
    {
        using var host = new NetworkNamespace();
        host.Set("tuntap add tun0 mode tun");
        host.Set("address add 10.9.0.1/24 dev tun0");
        host.Set("link set tun0 up");

        using var ring = host.Run(() => PacketRing.Open("tun0", new(2, 65_536), out _));

        // Nobody reads the other end, so the device is down as far as frames go; what matters is that it can be opened.
        Assert.Equal(LinkType.Raw, ring?.Link ?? LinkType.Null);
    }

    [NamespacesFact]
    public async Task StalledReader_EveryPacketIsAFlowsOrSaidToBeDropped()
    {
        const int Datagrams = 30_000;
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0", new InterfaceOptions { RingMebibytes = 1 });
        await one.BeginAsync();

        one.Time.Stop();
        Talk.Flood(hosts.One, IPAddress.Parse(SwitchedHosts.Address(2, six: false)), Datagrams);
        one.Time.GoOn();
        await one.EndAsync();
        var (flows, losses) = await one.ReadAsync();

        var dropped = losses.Select(loss => DroppedPackets().Match(loss.Reason)).Where(match => match.Success).Sum(match => long.Parse(match.Groups[1].Value));
        Assert.True(dropped > 1000, $"dropped {dropped}");
        Assert.Equal(one.Passed.Packets, flows.Sum(flow => flow.Packets) + one.NotIp.Packets + dropped);
    }

    [NamespacesFact]
    public async Task InterfaceThatVanishesAndComesBack_IsSaidToHaveBeenAbsentAndReadAgain()
    {
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0");
        await one.BeginAsync();
        var before = Talk.Udp(hosts, six: false, 10);
        await one.ReadAllAsync();

        hosts.One.Set("link delete eth0");
        await CapturedInterface.UntilAsync(() => !one.Capture.IsReading, () => "still reading");
        await Task.Delay(600);
        one.Time.Now += TimeSpan.FromSeconds(3);
        await Task.Delay(600);
        hosts.Connect(hosts.One, 1);
        await CapturedInterface.UntilAsync(() => one.Capture.IsReading, () => "not reading");
        var after = Talk.Udp(hosts, six: false, 10);
        await Task.Delay(500);
        var (flows, losses) = await one.ReadAsync();

        Assert.Contains(flows, flow => flow.Flow.DestinationPort == before.Server);
        Assert.Contains(flows, flow => flow.Flow.DestinationPort == after.Server);
        // In two windows, if the minute ends while it is away.
        var absent = losses.Select(loss => AbsentSeconds().Match(loss.Reason)).Where(match => match.Success);
        Assert.Equal(3, absent.Sum(match => decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [NamespacesFact]
    public async Task InterfaceThatGoesDown_IsSaidToBeDown()
    {
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0");
        await one.BeginAsync();

        hosts.One.Set("link set eth0 down");
        await CapturedInterface.UntilAsync(() => !one.Capture.IsReading, () => "still reading");
        one.Time.Now += TimeSpan.FromSeconds(2);
        await Task.Delay(600);
        var (_, losses) = await one.ReadAsync();

        Assert.Contains(losses, loss => loss.Reason.Contains("the network interface eth0 is down (", StringComparison.Ordinal));
    }

    [NamespacesFact]
    public async Task SamePlan_ReadsTheSame_UntilALaterOneComes()
    {
        using var hosts = new SwitchedHosts();
        using var one = new CapturedInterface(hosts.One, "eth0");
        await one.BeginAsync();
        Talk.Tcp(hosts, six: false, 10_000);
        await one.ReadAllAsync();

        var first = await one.ReadAsync();
        var again = await one.ReadAsync();
        var until = CaptureWindow.Floor(one.Time.Now.ToUnixTimeSeconds(), 60) - 60;
        await one.ReadAsync(until, until);
        var late = await one.ReadAsync();

        Assert.Equal(first.Flows, again.Flows);
        Assert.Equal(first.Losses, again.Losses);
        Assert.NotEmpty(first.Flows);
        Assert.Empty(late.Flows);
    }

    [NamespacesFact]
    public async Task NobodyAsks_CaptureEnds()
    {
        using var host = new NetworkNamespace();
        using var loopback = new CapturedInterface(host, "lo");
        await loopback.BeginAsync();
        var capture = loopback.Capture;

        loopback.Time.Elapsed = InterfaceCapture.IdleAfter;

        await CapturedInterface.UntilAsync(() => capture.HasEnded, () => "still running");
        Assert.NotSame(capture, loopback.Capture);
        Assert.NotEqual(capture.Session, loopback.Capture.Session);
    }

    private static HashSet<byte> Protocols(IReadOnlyList<FlowTotals> flows, bool six) =>
        [.. flows.Where(flow => flow.Flow.Source.IsIPv6 == six).Select(flow => flow.Flow.Protocol)];

    [GeneratedRegex(@"no network interface eth0 \(([0-9.]+) of 60 s not observed\)")]
    private static partial Regex AbsentSeconds();

    [GeneratedRegex("^([0-9]+) packets dropped by the kernel on eth0$")]
    private static partial Regex DroppedPackets();
}
