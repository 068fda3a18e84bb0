using System.Net.NetworkInformation;
using System.Runtime.InteropServices;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Why an interface cannot be captured.</summary>
/// <param name="Reason">What is wrong: becomes part of records, so it names nothing that changes from one try to the next.</param>
/// <param name="Remedy">What would be right, for whoever asked.</param>
/// <param name="MayPass">True for what can end by itself, such as an interface that is down.</param>
internal sealed record CaptureProblem(string Reason, string Remedy, bool MayPass = false)
{
    private const int NamesShown = 12;

    public static CaptureProblem OtherSystem() => new(
        $"interfaces can be captured on Linux on x64 or arm64 only, and this host is {RuntimeInformation.OSDescription} on {RuntimeInformation.ProcessArchitecture}",
        "run the service there, or hand capture files over (type pcap)");

    public static CaptureProblem NoInterface(string name) => new($"the host has no network interface {name}", $"it has {Names()}");

    public static CaptureProblem IsDown(string name) => new($"the network interface {name} is down", $"ip link set {name} up", MayPass: true);

    public static CaptureProblem OtherHardware(string name, int hardware) => new(
        FormattableString.Invariant($"frames of the network interface {name} cannot be read: it is of hardware type {hardware}"),
        "Ethernet, loopback and raw IP are read; tcpdump can write capture files of it (type pcap)");

    /// <param name="step">The call that failed.</param>
    /// <param name="error">Its errno.</param>
    public static CaptureProblem Of(string name, string step, int error) => error switch
    {
        Libc.NotPermitted or Libc.AccessDenied => new(
            $"the service lacks the capability CAP_NET_RAW, without which it cannot capture {name}",
            "run it as root, give the capability to its program (sudo setcap cap_net_raw+ep FILE), to its container (--cap-add NET_RAW) or to its unit (AmbientCapabilities=CAP_NET_RAW)"),
        Libc.NoDevice or Libc.NoDeviceOrAddress => NoInterface(name),
        Libc.NetworkDown => IsDown(name),
        _ => new($"{name} cannot be captured: {step} failed, {Marshal.GetPInvokeErrorMessage(error)}", $"errno {error}"),
    };

    private static string Names()
    {
        string[] names = [.. NetworkInterface.GetAllNetworkInterfaces().Select(found => found.Name).Order(StringComparer.Ordinal)];
        return string.Join(", ", names.Take(NamesShown)) + (names.Length > NamesShown ? $" and {names.Length - NamesShown} more" : "");
    }
}
