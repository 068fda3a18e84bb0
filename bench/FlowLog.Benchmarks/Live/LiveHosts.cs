using FlowLogFunctions.Tests.Capture.Interfaces;

namespace FlowLog.Benchmarks.Live;

/// <summary>Two namespaces joined by a veth pair: frames that are sent at one end come in at the other, where they are for nobody.</summary>
internal sealed class LiveHosts : IDisposable
{
    public const string Interface = "eth0";

    public LiveHosts()
    {
        Sender.Set($"link add {Interface} type veth peer name {Interface} netns {Receiver.Name}");
        foreach (var host in new[] { Sender, Receiver })
            host.Set($"link set {Interface} addrgenmode none up");
    }

    public NetworkNamespace Sender { get; } = new();

    public NetworkNamespace Receiver { get; } = new();

    public void Dispose()
    {
        Sender.Dispose();
        Receiver.Dispose();
    }
}
