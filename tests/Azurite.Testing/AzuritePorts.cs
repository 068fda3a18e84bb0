using System.Net;
using System.Net.Sockets;

namespace FlowLogFunctions.Testing;

/// <summary>The ports of an Azurite's three services.</summary>
internal readonly record struct AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Three ports that were free a moment ago.</summary>
    public static AzuritePorts Free()
    {
        // All three are held at once, so that they differ.
        using TcpListener blob = Listen(), queue = Listen(), table = Listen();
        return new(PortOf(blob), PortOf(queue), PortOf(table));
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
