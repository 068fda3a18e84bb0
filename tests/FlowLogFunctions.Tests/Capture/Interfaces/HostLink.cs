using System.Net;
using System.Net.Sockets;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>
/// A host that is joined to the machine itself by a veth pair. The machine's end has no address, and frames go to a hardware address
/// that nobody has: they can be captured there and go no further.
/// </summary>
internal sealed class HostLink : IDisposable
{
    private readonly NetworkNamespace _host = new();

    public HostLink()
    {
        Ip.Run($"link add {Name} type veth peer name eth0 netns {_host.Name}");
        Ip.Run($"link set {Name} addrgenmode none up");
        _host.Set("link set eth0 addrgenmode none up");
        _host.Set("address add 10.0.1.77/24 dev eth0");
        _host.Set("neighbour add 10.0.1.10 lladdr 02:00:00:00:00:99 nud permanent dev eth0");
    }

    /// <summary>The machine's end.</summary>
    public string Name { get; } = NetworkNamespace.NewName();

    /// <summary>Sends datagrams to 10.0.1.10, each to a port of its own from 1000 on.</summary>
    /// <param name="sizes">Of 60 to 1,000 bytes as this says; of 60 bytes without.</param>
    public void Send(int datagrams, Random? sizes = null)
    {
        using var socket = _host.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
        var target = IPAddress.Parse("10.0.1.10");
        for (var i = 0; i < datagrams; i++)
            socket.SendTo(new byte[sizes?.Next(32, 973) ?? 32], new IPEndPoint(target, 1000 + i));
    }

    /// <summary>Sends datagrams of 60 bytes to one port of 10.0.1.10.</summary>
    public void SendTo(int port, int datagrams)
    {
        using var socket = _host.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
        for (var i = 0; i < datagrams; i++)
            socket.SendTo(new byte[32], new IPEndPoint(IPAddress.Parse("10.0.1.10"), port));
    }

    /// <summary>The other end goes with its namespace.</summary>
    public void Dispose() => _host.Dispose();
}
