using System.Net;
using System.Net.Sockets;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>Real conversations between the two hosts, each finished when the method returns.</summary>
internal static class Talk
{
    private const int Patience = 20_000;

    /// <summary>Sends bytes over TCP and has them sent back; the port that the server had.</summary>
    public static int Tcp(SwitchedHosts hosts, bool six, int bytes)
    {
        using var server = Open(hosts.Other, six, SocketType.Stream, ProtocolType.Tcp, 2);
        server.Listen();
        var echo = Task.Run(() =>
        {
            using var accepted = server.Accept();
            var buffer = new byte[16_384];
            for (int read; (read = accepted.Receive(buffer)) > 0;)
                accepted.Send(buffer.AsSpan(0, read));
        });
        using (var client = Open(hosts.One, six, SocketType.Stream, ProtocolType.Tcp, 1))
        {
            client.Connect(server.LocalEndPoint!);
            var sending = Task.Run(() => client.Send(new byte[bytes]));
            var buffer = new byte[16_384];
            for (var left = bytes; left > 0;)
                left -= client.Receive(buffer) is > 0 and var read ? read : throw new IOException("The server ended early.");
            sending.Wait();
        }

        echo.Wait();
        return ((IPEndPoint)server.LocalEndPoint!).Port;
    }

    /// <summary>Sends one datagram and has it sent back; the ports of the client and the server.</summary>
    public static (int Client, int Server) Udp(SwitchedHosts hosts, bool six, int bytes)
    {
        using var server = Open(hosts.Other, six, SocketType.Dgram, ProtocolType.Udp, 2);
        using var client = Open(hosts.One, six, SocketType.Dgram, ProtocolType.Udp, 1);
        var buffer = new byte[65_536];
        client.SendTo(new byte[bytes], server.LocalEndPoint!);
        var from = client.LocalEndPoint!;
        Assert.Equal(bytes, server.ReceiveFrom(buffer, ref from));
        server.SendTo(buffer.AsSpan(0, bytes), from);
        Assert.Equal(bytes, client.Receive(buffer));
        return (((IPEndPoint)client.LocalEndPoint!).Port, ((IPEndPoint)server.LocalEndPoint!).Port);
    }

    /// <summary>Pings the other host and waits for its answer.</summary>
    public static void Ping(SwitchedHosts hosts, bool six, int bytes)
    {
        using var raw = Open(hosts.One, six, SocketType.Raw, six ? ProtocolType.IcmpV6 : ProtocolType.Icmp, 1);
        var request = new byte[8 + bytes];
        request[0] = (byte)(six ? 128 : 8);
        request[4] = 0x77;
        if (!six)
            (request[2], request[3]) = (0x80, 0xFF);
        raw.SendTo(request, new IPEndPoint(IPAddress.Parse(SwitchedHosts.Address(2, six)), 0));
        var answer = new byte[65_536];
        for (var start = six ? 0 : 20; ;)
        {
            var length = raw.Receive(answer);
            if (length > start + 4 && answer[start] == (six ? 129 : 0) && answer[start + 4] == 0x77)
                return;
        }
    }

    /// <summary>Sends small datagrams that nobody takes, from as many ports as asked for.</summary>
    public static void Flood(NetworkNamespace host, IPAddress target, int datagrams)
    {
        using var socket = host.Run(() => new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp));
        // Port unreachable comes back as an error of a later send: what was refused is sent again.
        for (var sent = 0; sent < datagrams;)
        {
            try
            {
                socket.SendTo(new byte[18], new IPEndPoint(target, 9));
                sent++;
            }
            catch (SocketException)
            {
            }
        }
    }

    private static Socket Open(NetworkNamespace host, bool six, SocketType type, ProtocolType protocol, int number) => host.Run(() =>
    {
        var socket = new Socket(six ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, type, protocol) { ReceiveTimeout = Patience, SendTimeout = Patience };
        socket.Bind(new IPEndPoint(IPAddress.Parse(SwitchedHosts.Address(number, six)), 0));
        return socket;
    });
}
