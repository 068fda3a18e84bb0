using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

public sealed class PacketSamplerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void RateOfOne_TakesEveryPacket(int rate) =>
        Assert.All(Enumerable.Range(0, 1000), packet => Assert.True(new PacketSampler(rate, 5).Takes((ulong)packet)));

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void SampledSums_LieWithinTheirInterval_NineteenTimesOfTwenty(int rate)
    {
        const int Packets = 50_000;
        const int Trials = 400;
        var sizes = new Random(1);
        var bytes = Enumerable.Range(0, Packets).Select(_ => sizes.Next(40, 1500)).ToArray();
        var (packetsWithin, bytesWithin) = (0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var flows = new FlowAggregator(0);
            var sampler = new PacketSampler(rate, (ulong)trial * 7919);
            for (var packet = 0; packet < Packets; packet++)
            {
                if (sampler.Takes((ulong)packet))
                    flows.AddSampled(new DecodedPacket { Bytes = bytes[packet] }, packet, rate);
            }

            var sum = flows.Drain().SingleOrDefault();
            packetsWithin += Math.Abs(sum.Packets - Packets) <= 1.96 * Math.Sqrt(sum.Packets * (rate - 1.0)) ? 1 : 0;
            bytesWithin += Math.Abs(sum.Bytes - bytes.Sum(size => (long)size)) <= 1.96 * Math.Sqrt(sum.BytesVariance) ? 1 : 0;
        }

        // 95 % give or take three standard errors of 400 trials, and a little for the skew of few packets.
        Assert.InRange(packetsWithin / (double)Trials, 0.90, 0.99);
        Assert.InRange(bytesWithin / (double)Trials, 0.90, 0.99);
    }
}
