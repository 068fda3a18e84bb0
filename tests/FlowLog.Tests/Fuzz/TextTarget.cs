using System.Text;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Fuzz;

/// <summary>Addresses, blocks, ports and protocols as people write them: what is read must be written as something that reads as the same.</summary>
internal sealed class TextTarget : FuzzTarget
{
    private static readonly byte[][] Valid = [.. new[]
    {
        "10.0.0.0/8", "0.0.0.0/0", "255.255.255.255", "192.0.2.1/32", "::", "::/0", "2001:db8::/32", "::ffff:1.2.3.4", "fe80::1%eth0",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", "22/22", "1/65535", "-1/-1", "tcp", "ICMPv6", "all", "255", "0", "256", "",
        "1.2.3", "0x7f.1", "017.0.0.1", "1:2:3:4:5:6:7:8", "１０.0.0.0/８", "\u0130cmp", "10.0.0.0/+8", "10.0.0.0/08", " 1.2.3.4",
    }.Select(Encoding.UTF8.GetBytes)];

    public override string Name => "text";

    public override int Inputs => 50_000;

    public override byte[] Make(Mutator mutator) => mutator.Spoilt(Valid);

    /// <summary>Each of the readings may take a copy or a few.</summary>
    public override long AllocationBound(byte[] input) => 20_000 + (64L * input.Length);

    public override long Take(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (IpAddress.TryParse(text, out var address))
            Assert.Equal(address, IpAddress.Parse(address.ToString()));
        if (Cidr.TryParse(text, out var block, trim: true))
        {
            Assert.Equal(block, Cidr.Parse(block.ToString()));
            Assert.True(block.Contains(block.Network), $"{block} does not contain its first address");
        }

        if (PortRange.TryParse(text, out var range))
            Assert.True(PortRange.TryParse(range.ToString(), out var again) && again == range && (range.IsAny || range.IsPorts), $"{range}");
        if (RuleProtocol.TryParse(text, out var protocol))
            Assert.True(RuleProtocol.TryParse(protocol.ToString(), out var again) && again == protocol, $"{protocol}");
        return 1;
    }
}
