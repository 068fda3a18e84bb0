using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Network;
using FlowLogFunctions.Soak.Tests.Traffic;

namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>What a generator has made in a minute: made again, from the same seed.</summary>
internal static class GeneratedTruth
{
    private const int Minute = 60;

    /// <param name="minute">Unix seconds of its start.</param>
    /// <returns>Packets and bytes of all flows of the minute.</returns>
    public static (long Packets, long Bytes) Of(SoakEni eni, long minute)
    {
        var flows = new FlowAggregator(Minute, int.MaxValue, seed: 1);
        new GeneratedMinute(Invented(eni), minute).AddTo(flows, minute, minute + Minute);
        var made = flows.Drain().ToList();
        return (made.Sum(flow => flow.Packets), made.Sum(flow => flow.Bytes));
    }

    private static Eni Invented(SoakEni eni) => new()
    {
        Id = eni.Id,
        CreatedAt = default,
        VpcId = "",
        VSwitchId = "",
        PrivateIpAddresses = [eni.Address],
        Source = new(TrafficSourceType.Generator, eni.Seed, SoakNetwork.FlowsPerMinute),
    };
}
