using FlowLog.Flows;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Tests.Network;

public sealed class EniAddressesTests
{
    [Fact]
    public void FirstFree_IsWhatProblemsFindsNothingAgainst()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var length = random.Next(24, 30);
            var block = new Cidr(IpAddress.V4((uint)random.Next() & (uint.MaxValue << (32 - length))), length);
            var all = Enumerable.Range(0, 1 << (32 - length)).Select(i => IpAddress.V4((uint)block.Network.Bits + (uint)i)).ToList();
            var taken = all.Where(_ => random.Next(10) < 8).ToDictionary(address => address, _ => "eni-other");
            var addresses = new EniAddresses(Switch(block), taken);

            var free = all.Where(address => !addresses.Problems(WithAddress(address)).Any()).ToList();

            Assert.Equal(free.Count == 0 ? null : free.Min(), addresses.FirstFree());
            Assert.DoesNotContain(free, taken.ContainsKey);
            Assert.True(all.Count - taken.Count - 4 <= free.Count);
        }
    }

    [Fact]
    public void LargestBlock_IsNotWalked()
    {
        var addresses = new EniAddresses(Switch(Cidr.Parse("10.0.0.0/8")), new Dictionary<IpAddress, string>());

        Assert.Equal(IpAddress.Parse("10.0.0.1"), addresses.FirstFree());
    }

    private static VSwitch Switch(Cidr block) => new() { Id = "vsw-a", VpcId = "vpc-a", CidrBlock = block.ToString(), CreatedAt = default };

    private static Eni WithAddress(IpAddress address) =>
        new() { Id = "eni-a", VpcId = "vpc-a", VSwitchId = "vsw-a", PrivateIpAddresses = [address.ToString()], CreatedAt = default };
}
