using FlowLog.Flows;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>The addresses of a VSwitch, of which some are reserved and some are taken.</summary>
/// <param name="taken">The ids of the VPC's other ENIs, by their addresses.</param>
internal sealed class EniAddresses(VSwitch vSwitch, IReadOnlyDictionary<IpAddress, string> taken)
{
    /// <summary>Alibaba Cloud keeps the first address of a VSwitch and its last three to itself.</summary>
    private const int ReservedAtStart = 1;
    private const int ReservedAtEnd = 3;

    private readonly Cidr _block = vSwitch.Block;

    private long Size => 1L << (32 - _block.PrefixLength);

    public IEnumerable<FieldProblem> Problems(Eni eni) =>
    [
        .. eni.PrivateIpAddresses.SelectMany(text => Problems("privateIpAddresses", "InvalidPrivateIpAddress", IpAddress.Parse(text), _block)),
        .. eni.Ipv6Addresses.SelectMany(text => Problems("ipv6Addresses", "InvalidIpv6Address", IpAddress.Parse(text), vSwitch.Ipv6Block)),
    ];

    /// <summary>The lowest address that is neither reserved nor taken; null if there is none.</summary>
    public IpAddress? FirstFree()
    {
        for (long i = ReservedAtStart; i < Size - ReservedAtEnd; i++)
            if (IpAddress.V4((uint)(_block.Network.Bits + (UInt128)i)) is var address && !taken.ContainsKey(address))
                return address;
        return null;
    }

    private IEnumerable<FieldProblem> Problems(string field, string code, IpAddress address, Cidr? block)
    {
        if (block?.Contains(address) != true)
        {
            var where = block is null ? "has no block of this kind" : $"has the block {block}";
            yield return new(field, code + ".NotInVSwitch", $"holds {address}, but the VSwitch {where}.");
        }
        else if (IsReserved(address))
        {
            yield return new(field, code + ".Reserved", $"holds {address}; the first address of a VSwitch and its last three are reserved.");
        }

        if (taken.TryGetValue(address, out var owner))
            yield return new(field, code + ".AlreadyUsed", $"holds {address}, which {owner} has.");
    }

    private bool IsReserved(IpAddress address) =>
        !address.IsIPv6 && (long)(address.Bits - _block.Network.Bits) is var i && (i < ReservedAtStart || i >= Size - ReservedAtEnd);
}
