using System.Net.NetworkInformation;
using System.Net.Sockets;
using FlowLog.Flows;

namespace FlowLogFunctions.LocalHost.Sample;

/// <summary>An interface of this machine and the blocks of a VSwitch and a VPC that hold its addresses.</summary>
/// <param name="Address">Its first IPv4 address.</param>
/// <param name="Block">Of the VSwitch; <paramref name="Address"/> is none of its reserved addresses.</param>
/// <param name="VpcBlock">The same block, or one around it.</param>
/// <param name="Ipv6Addresses">Those of <paramref name="Ipv6Block"/>, at most 10.</param>
/// <param name="Ipv6Block">A block of 64 bits; null without IPv6.</param>
internal sealed record HostInterface(
    string Name, string Address, string Block, string VpcBlock, IReadOnlyList<string> Ipv6Addresses, string? Ipv6Block)
{
    private const int ShortestPrefix = 8;
    private const int LongestPrefix = 29;
    private const int LongestVpcPrefix = 28;
    private const int ReservedAtEnd = 3;
    private const int Ipv6Prefix = 64;
    private const int MaxIpv6Addresses = 10;

    /// <summary>The first interface that is up and has an IPv4 address, loopback last; null if there is none.</summary>
    public static HostInterface? Find() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(found => found.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
        .OrderBy(found => found.NetworkInterfaceType == NetworkInterfaceType.Loopback)
        .Select(Of)
        .FirstOrDefault(found => found is not null);

    /// <summary>
    /// The block of a VSwitch around an address: of the interface's own prefix length, or shorter until the address is not reserved. Null
    /// if it is reserved in every block.
    /// </summary>
    public static Cidr? BlockAround(IpAddress address, int prefixLength)
    {
        for (var prefix = Math.Clamp(prefixLength, ShortestPrefix, LongestPrefix); prefix >= ShortestPrefix; prefix--)
        {
            var size = 1u << (32 - prefix);
            var place = (uint)address.Bits & (size - 1);
            if (place > 0 && place < size - ReservedAtEnd)
                return Around(address, prefix);
        }

        return null;
    }

    private static HostInterface? Of(NetworkInterface found)
    {
        var addresses = found.GetIPProperties().UnicastAddresses;
        if (addresses.FirstOrDefault(own => own.Address.AddressFamily == AddressFamily.InterNetwork) is not { } four
            || BlockAround(IpAddress.Parse(four.Address.ToString()), four.PrefixLength) is not { } block)
            return null;
        var six = addresses
            .Where(own => own.Address.AddressFamily == AddressFamily.InterNetworkV6 && !own.Address.IsIPv6LinkLocal)
            .Select(own => IpAddress.Parse(own.Address.ToString()))
            .ToList();
        var sixBlock = six.Count == 0 ? (Cidr?)null : Around(six[0], Ipv6Prefix);
        return new(
            found.Name, four.Address.ToString(), block.ToString(), Around(block.Network, Math.Min(block.PrefixLength, LongestVpcPrefix)).ToString(),
            [.. six.Where(address => sixBlock!.Value.Contains(address)).Take(MaxIpv6Addresses).Select(address => address.ToString())], sixBlock?.ToString());
    }

    private static Cidr Around(IpAddress address, int prefix) =>
        Cidr.TryParse(FormattableString.Invariant($"{address}/{prefix}"), out var block, trim: true)
            ? block
            : throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "No prefix length of such an address.");
}
