namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>Two hosts at a VSwitch: namespaces whose eth0 is one end of a veth pair, the other end a port of a bridge in a third namespace.</summary>
internal sealed class SwitchedHosts : IDisposable
{
    private readonly NetworkNamespace _switch = new();

    public SwitchedHosts()
    {
        _switch.Set("link add br0 type bridge mcast_snooping 0");
        _switch.Set("link set br0 up");
        Connect(One, 1);
        Connect(Other, 2);
    }

    public NetworkNamespace One { get; } = new();

    public NetworkNamespace Other { get; } = new();

    /// <summary>Address of a host's eth0: 10.0.1.N and fd00::N.</summary>
    public static string Address(int number, bool six) => FormattableString.Invariant($"{(six ? "fd00::" : "10.0.1.")}{number}");

    /// <summary>Gives a host its eth0.</summary>
    public void Connect(NetworkNamespace host, int number)
    {
        host.Set(FormattableString.Invariant($"link add eth0 type veth peer name port{number} netns {_switch.Name}"));
        _switch.Set(FormattableString.Invariant($"link set port{number} master br0 up"));
        host.Set(FormattableString.Invariant($"address add {Address(number, six: false)}/24 dev eth0"));
        host.Set(FormattableString.Invariant($"address add {Address(number, six: true)}/64 dev eth0 nodad"));
        host.Set("link set eth0 up");
    }

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
        _switch.Dispose();
    }
}
