using System.Runtime.InteropServices;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

public sealed partial class CaptureProblemTests
{
    private const uint VersionThree = 0x20080522;
    private const int NetRaw = 13;

    [NamespacesFact]
    public void WithoutTheCapability_ItIsNamed()
    {
        var refusal = WithoutNetRaw(() => InterfaceProbe.Check(new(TrafficSourceType.Interface, 0, 0) { Interface = "lo" }));

        Assert.Equal((409, "InterfaceNotCapturable"), (refusal?.Status, refusal?.Code));
        Assert.Contains("CAP_NET_RAW", refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains("setcap", refusal.Detail, StringComparison.Ordinal);
    }

    [NamespacesFact]
    public void WithTheCapability_NothingIsWrong() => Assert.Null(InterfaceProbe.Check(new(TrafficSourceType.Interface, 0, 0) { Interface = "lo" }));

    [NamespacesFact]
    public void InterfaceThatIsDown_MayBeNamedBeforeItIsUp()
    {
        using var host = new NetworkNamespace();
        host.Set("link add d0 type veth peer name d1");

        Assert.Null(host.Run(() => InterfaceProbe.Check(new(TrafficSourceType.Interface, 0, 0) { Interface = "d0" })));
        Assert.True(host.Run(() =>
        {
            using var ring = PacketRing.Open("d0", new(2, 65_536), out var problem);
            return ring is null && problem!.MayPass;
        }));
    }

    [Fact]
    public void OtherSources_AreNotLookedAt() => Assert.Null(InterfaceProbe.Check(TrafficSource.Pcap));

    /// <summary>Runs on a thread that has given the capability up; other threads keep it.</summary>
    private static T WithoutNetRaw<T>(Func<T> work)
    {
        T? result = default;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            fault = Record.Exception(() =>
            {
                var head = new Head(VersionThree, 0);
                // Effective, permitted and inheritable of capabilities 0 to 31, then of 32 to 63.
                var sets = new uint[6];
                Assert.Equal(0, Read(ref head, ref sets[0]));
                sets[0] &= ~(1u << NetRaw);
                Assert.Equal(0, Write(ref head, ref sets[0]));
                result = work();
            });
        });
        thread.Start();
        thread.Join();
        Assert.Null(fault);
        return result!;
    }

    /// <summary>struct __user_cap_header_struct.</summary>
    private record struct Head(uint Version, int Process);

    [LibraryImport("libc", EntryPoint = "capget")]
    private static partial int Read(ref Head head, ref uint sets);

    [LibraryImport("libc", EntryPoint = "capset")]
    private static partial int Write(ref Head head, ref uint sets);
}
