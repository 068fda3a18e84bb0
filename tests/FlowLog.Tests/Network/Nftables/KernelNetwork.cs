using System.Diagnostics;

namespace FlowLog.Tests.Network.Nftables;

/// <summary>
/// Three network namespaces: the ENI inside, the world outside, and between them a router that holds the rules. Its device <c>in</c>
/// goes to the ENI, its device <c>out</c> to the world. All is gone when this is disposed of.
/// </summary>
internal sealed class KernelNetwork : IDisposable
{
    /// <summary>The router's addresses on the links, for frames that it is to forward.</summary>
    public static readonly byte[] InsideMac = [2, 0, 0, 0, 0, 1];
    public static readonly byte[] OutsideMac = [2, 0, 0, 0, 0, 2];

    private static int _count;

    private readonly string _name = $"fl{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";
    private readonly List<string> _namespaces = [];

    public KernelNetwork()
    {
        try
        {
            foreach (var part in new[] { "eni", "world", "router" })
            {
                Run("ip", "netns", "add", $"{_name}-{part}");
                _namespaces.Add($"{_name}-{part}");
            }

            Link("in", InsideMac, "eni", "10.255.1.1/30", "fdff:1::1/64");
            Link("out", OutsideMac, "world", "10.255.2.1/30", "fdff:2::1/64");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private string Router => $"{_name}-router";

    /// <summary>Where a frame is to be sent that comes from the ENI, and where one that comes from the world.</summary>
    public string EniNamespace => $"{_name}-eni";

    public string WorldNamespace => $"{_name}-world";

    public void Load(string ruleset) => Run("ip", ["netns", "exec", Router, "nft", "-f", "-"], ruleset);

    /// <returns>JSON.</returns>
    public string List(string family, string set) => Run("ip", "netns", "exec", Router, "nft", "-j", "list", "set", family, "t", set);

    public void Clear(string family) => Run("ip", ["netns", "exec", Router, "nft", "-f", "-"], $"delete table {family} t");

    /// <summary>Forwards what is for the ENI's addresses to it, and everything else to the world.</summary>
    public void Route(IEnumerable<string> own)
    {
        Set("ipv4/ip_forward", 1);
        Set("ipv6/conf/all/forwarding", 1);
        foreach (var device in new[] { "all", "in", "out" })
            Set($"ipv4/conf/{device}/rp_filter", 0);
        foreach (var (device, v4, v6) in new[] { ("in", "10.255.1.2", "fdff:1::2"), ("out", "10.255.2.2", "fdff:2::2") })
            foreach (var gateway in new[] { v4, v6 })
                Run("ip", "-n", Router, "neigh", "add", gateway, "lladdr", "02:00:00:00:00:99", "dev", device, "nud", "permanent");
        Run("ip", "-n", Router, "route", "add", "default", "via", "10.255.2.2");
        Run("ip", "-n", Router, "-6", "route", "add", "default", "via", "fdff:2::2");
        foreach (var address in own)
            Run("ip", "-n", Router, "route", "add", address, "via", address.Contains(':') ? "fdff:1::2" : "10.255.1.2");
    }

    /// <summary>A setting of the router below /proc/sys/net.</summary>
    public void Set(string name, int value) => Run("ip", "netns", "exec", Router, "sh", "-c", $"echo {value} > /proc/sys/net/{name}");

    public void Dispose()
    {
        foreach (var space in _namespaces)
            Run("ip", "netns", "del", space);
        _namespaces.Clear();
    }

    private void Link(string device, byte[] mac, string peer, string v4, string v6)
    {
        Run("ip", "-n", Router, "link", "add", device, "address", string.Join(':', mac.Select(part => $"{part:x2}")),
            "type", "veth", "peer", "name", "eth0", "netns", $"{_name}-{peer}");
        foreach (var (space, name) in new[] { ($"{_name}-{peer}", "eth0"), (Router, device) })
        {
            // No address of its own, which it would have to announce.
            Run("ip", "-n", space, "link", "set", name, "addrgenmode", "none");
            Run("ip", "-n", space, "link", "set", name, "up");
        }

        Run("ip", "-n", Router, "addr", "add", v4, "dev", device);
        Run("ip", "-n", Router, "addr", "add", v6, "dev", device, "nodad");
    }

    private static string Run(string command, params string[] arguments) => Run(command, arguments, "");

    private static string Run(string command, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        var said = error.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {said[..Math.Min(said.Length, 1_000)]}");
    }
}
