using FlowLog.Flows;
using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

public sealed class AzureVNetTests
{
    [Fact]
    public async Task ContinuingAndEndingTuples_GiveBothDirectionsAndAddUp()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,10.0.0.4,203.0.113.9,40000,443,6,O,B,NX,0,0,0,0",
            "1709287500000,10.0.0.4,203.0.113.9,40000,443,6,O,C,NX,10,1000,20,30000",
            "1709287600000,10.0.0.4,203.0.113.9,40000,443,6,O,E,NX,1,60,2,120"));

        Assert.Equal(
            [
                "1709287500000 Out Accept 6 10.0.0.4 40000 203.0.113.9 443 10 1000 UserRule_web 002248B2D3E4",
                "1709287500000 In Accept 6 203.0.113.9 443 10.0.0.4 40000 20 30000 UserRule_web 002248B2D3E4",
                "1709287600000 Out Accept 6 10.0.0.4 40000 203.0.113.9 443 1 60 UserRule_web 002248B2D3E4",
                "1709287600000 In Accept 6 203.0.113.9 443 10.0.0.4 40000 2 120 UserRule_web 002248B2D3E4",
            ],
            log.Texts);
        Assert.Equal((3, 1, ImportFormat.VNetFlowLog), (log.Reader.Tuples, log.Reader.WithoutTraffic, log.Reader.Format));
        Assert.Null(log.Reader.Damage);
    }

    [Fact]
    public async Task EndBeforeItsBeginWithTheSameStamp_CountsTheSame()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,10.0.0.4,10.0.0.5,40000,53,17,O,E,NX,1,70,1,150",
            "1709287200000,10.0.0.4,10.0.0.5,40000,53,17,O,B,NX,0,0,0,0"));

        Assert.Equal((2, 220), (log.Flows.Sum(flow => flow.Packets), log.Flows.Sum(flow => flow.Bytes)));
    }

    [Fact]
    public async Task DeniedTuple_IsOneFlowWithItsCounts()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,203.0.113.9,10.0.0.4,40000,22,6,I,D,NX,0,0,0,0", "1709287200001,203.0.113.9,10.0.0.4,40000,23,6,I,D,NX,,,,"));

        Assert.Equal(
            [
                "1709287200000 In Reject 6 203.0.113.9 40000 10.0.0.4 22 0 0 UserRule_web 002248B2D3E4",
                "1709287200001 In Reject 6 203.0.113.9 40000 10.0.0.4 23 0 0 UserRule_web 002248B2D3E4",
            ],
            log.Texts);
        Assert.All(log.Flows, flow => Assert.Equal(FlowState.Denied, flow.State));
    }

    [Fact]
    public async Task OneWayTraffic_IsOneFlowInItsDirection()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,10.0.0.4,203.0.113.9,1,2,17,O,C,NX,3,300,0,0", "1709287200000,10.0.0.4,203.0.113.9,1,2,17,O,C,NX,0,0,4,400"));

        Assert.Equal(
            [(Direction.Out, 3L, "10.0.0.4"), (Direction.In, 4L, "203.0.113.9")],
            log.Flows.Select(flow => (flow.Direction, flow.Packets, flow.Flow.Source.ToString())));
    }

    [Fact]
    public async Task StampInSecondsOrMilliseconds_IsToldBySize()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0", "1709287200123,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0"));

        Assert.Equal([1709287200000, 1709287200123], log.Flows.Select(flow => flow.FirstNanoseconds / 1_000_000));
    }

    [Fact]
    public async Task EncryptionCodes_AreKeptAlsoWhenUnknown()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,X,1,60,0,0", "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX_HW_NOT_SUPPORTED,1,60,0,0",
            "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX_NEW,1,60,0,0"));

        Assert.Equal(["X", "NX_HW_NOT_SUPPORTED", "NX_NEW"], log.Flows.Select(flow => flow.Encryption));
        Assert.All(log.Flows, flow => Assert.Equal(FlowAction.Accept, flow.Action));
    }

    [Theory]
    [InlineData("unspecified", "unspecified")]
    [InlineData("PlatformRule", "PlatformRule")]
    [InlineData("", "NX_NOT_ACCEPTED")]
    public async Task RuleOfADenial_IsTheLogsOrElseTheEncryptionThatLacked(string rule, string expected)
    {
        var text = Logs.VNet("1709287200000,10.0.0.4,10.0.0.5,1,2,6,I,D,NX_NOT_ACCEPTED,0,0,0,0");

        var log = await Logs.ReadAsync(text.Replace("UserRule_web", rule, StringComparison.Ordinal));

        Assert.Equal(expected, Assert.Single(log.Flows).RuleId);
    }

    [Fact]
    public async Task Ipv6AndIcmp_AreRead()
    {
        var log = await Logs.ReadAsync(Logs.VNet(
            "1709287200000,fd00::4,2001:db8::ffff:1.2.3.4,0,0,58,O,C,NX,1,64,0,0", "1709287200000,10.0.0.4,10.0.0.5,0,0,1,I,C,NX,1,84,0,0"));

        Assert.Equal(
            [
                "1709287200000 Out Accept 58 fd00::4 0 2001:db8::ffff:102:304 0 1 64 UserRule_web 002248B2D3E4",
                "1709287200000 In Accept 1 10.0.0.4 0 10.0.0.5 0 1 84 UserRule_web 002248B2D3E4",
            ],
            log.Texts);
    }

    [Theory]
    [InlineData("x,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0", "BadTime")]
    [InlineData("99999999999999999999,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0", "BadTime")]
    [InlineData("1709287200000,10.0.0.256,10.0.0.5,1,2,6,O,E,NX,1,60,0,0", "BadAddress")]
    [InlineData("1709287200000,10.0.0.4,fd00::1,1,2,6,O,E,NX,1,60,0,0", "MixedAddresses")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,65536,2,6,O,E,NX,1,60,0,0", "BadPort")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,256,O,E,NX,1,60,0,0", "BadProtocol")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6,X,E,NX,1,60,0,0", "BadDirection")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,Q,NX,1,60,0,0", "BadState")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,-1,60,0,0", "BadCounter")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,9223372036854775807,0,0", "BadCounter")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0", "TooFewFields")]
    [InlineData("1709287200000,10.0.0.4,10.0.0.5,1,2,6", "TooFewFields")]
    [InlineData("", "BadTime")]
    public async Task BadTuple_IsCountedAndTheOthersStay(string tuple, string reason)
    {
        var log = await Logs.ReadAsync(Logs.VNet(tuple, "1709287200000,10.0.0.4,10.0.0.5,1,2,6,O,E,NX,1,60,0,0,later,fields"));

        Assert.Equal($"{reason}=1", log.SkippedText);
        Assert.Equal(60, Assert.Single(log.Flows).Bytes);
        Assert.Equal(2, log.Reader.Tuples);
        Assert.Null(log.Reader.Damage);
    }
}
