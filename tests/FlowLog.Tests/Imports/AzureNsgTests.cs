using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

public sealed class AzureNsgTests
{
    [Fact]
    public async Task Version2_CountsBothDirections()
    {
        var log = await Logs.ReadAsync(Logs.Nsg(
            2,
            "1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A,B,,,,",
            "1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A,C,25,1500,30,40000",
            "1542110424,10.0.0.4,13.67.143.118,44931,443,T,O,A,E,5,300,6,4000"));

        Assert.Equal(
            [
                "1542110377000 Out Accept 6 10.0.0.4 44931 13.67.143.118 443 25 1500 DefaultRule_AllowVnetOutBound 000D3AF87856",
                "1542110377000 In Accept 6 13.67.143.118 443 10.0.0.4 44931 30 40000 DefaultRule_AllowVnetOutBound 000D3AF87856",
                "1542110424000 Out Accept 6 10.0.0.4 44931 13.67.143.118 443 5 300 DefaultRule_AllowVnetOutBound 000D3AF87856",
                "1542110424000 In Accept 6 13.67.143.118 443 10.0.0.4 44931 6 4000 DefaultRule_AllowVnetOutBound 000D3AF87856",
            ],
            log.Texts);
        Assert.Equal((ImportFormat.NsgFlowLog, 1), (log.Reader.Format, log.Reader.WithoutTraffic));
    }

    [Fact]
    public async Task Version1_HasNoCountsAndLosesNoFlow()
    {
        var log = await Logs.ReadAsync(Logs.Nsg(
            1, "1487282421,42.119.146.95,10.1.0.4,51529,5358,T,I,D", "1487282422,10.1.0.4,8.8.8.8,51529,53,U,O,A"));

        Assert.Equal(
            [
                "1487282421000 In Reject 6 42.119.146.95 51529 10.1.0.4 5358 0 0 DefaultRule_AllowVnetOutBound 000D3AF87856",
                "1487282422000 Out Accept 17 10.1.0.4 51529 8.8.8.8 53 0 0 DefaultRule_AllowVnetOutBound 000D3AF87856",
            ],
            log.Texts);
    }

    [Fact]
    public async Task VersionThatChangesWithinALog_IsReadTupleByTuple()
    {
        var log = await Logs.ReadAsync(Logs.Nsg(
            2, "1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A,E,1,60,2,120", "1487282421,42.119.146.95,10.1.0.4,51529,5358,T,I,D",
            "1542110437,125.5.61.130,10.0.0.4,59336,443,T,I,D,B,,,,"));

        Assert.Equal([1, 2, 0, 0], log.Flows.Select(flow => flow.Packets));
        Assert.Equal(
            [FlowState.End, FlowState.End, FlowState.None, FlowState.Denied], log.Flows.Select(flow => flow.State));
        Assert.Empty(log.Reader.Skipped);
    }

    [Theory]
    [InlineData("1542110377,10.0.0.4,13.67.143.118,44931,443,T,O", "TooFewFields")]
    [InlineData("1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,X", "BadAction")]
    [InlineData("1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A,B,,", "TooFewFields")]
    [InlineData("1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A,Z,,,,", "BadState")]
    public async Task BadTuple_IsCounted(string tuple, string reason)
    {
        var log = await Logs.ReadAsync(Logs.Nsg(2, tuple));

        Assert.Equal($"{reason}=1", log.SkippedText);
        Assert.Empty(log.Flows);
    }
}
