using FlowLog.Flows;
using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

public sealed class AwsTests
{
    private const string Version2 = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";
    private const string Accepted = "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK";
    private const string AcceptedText = "1418530010000 None Accept 6 172.31.16.139 20641 172.31.16.21 22 20 4249  eni-1235b8ca123456789";

    [Theory]
    [InlineData(Version2 + "\n" + Accepted + "\n")]
    [InlineData(Version2 + "\r\n" + Accepted + "\r\n\r\n")]
    [InlineData("\n\r\n" + Version2 + "\n\n\n" + Accepted)]
    [InlineData("\uFEFF" + Version2 + "\n" + Accepted + " more columns than the header")]
    [InlineData(Accepted + "\n")]
    [InlineData(Version2 + "\n" + Version2 + "\n" + Accepted + "\n" + Version2 + "\n")]
    public async Task Line_IsAFlow(string text)
    {
        var log = await Logs.ReadAsync(text);

        Assert.Equal([AcceptedText], log.Texts);
        Assert.Equal(1418530070_000_000_000, log.Flows[0].LastNanoseconds);
        Assert.Equal(ImportFormat.AwsFlowLog, log.Reader.Format);
        Assert.Null(log.Reader.Damage);
        Assert.Empty(log.Reader.Skipped);
    }

    [Theory]
    [InlineData('-')]
    [InlineData('_')]
    public async Task Header_SaysWhatStandsWhere(char joint)
    {
        var header = "tcp-flags end start flow-direction brand-new-field dstaddr srcaddr pkt-dstaddr pkt-srcaddr reject-reason action protocol dstport srcport bytes packets interface-id log-status"
            .Replace('-', joint);

        var log = await Logs.ReadAsync($"{header}\n18 1418530070 1418530010 egress x 10.0.0.2 10.0.0.1 10.0.0.9 203.0.113.7 BPA REJECT 6 443 5000 60 1 eni-1 OK\n");

        var flow = Assert.Single(log.Flows);
        Assert.Equal("1418530010000 Out Reject 6 10.0.0.1 5000 10.0.0.2 443 1 60 BPA eni-1", Logs.Text(flow));
        Assert.Equal(18, flow.TcpFlags);
        Assert.Equal(("203.0.113.7", "10.0.0.9"), (flow.PacketSource.ToString(), flow.PacketDestination.ToString()));
    }

    [Fact]
    public async Task LinesWithoutData_SayTheirStatusAndKeepWhatIsThere()
    {
        var log = await Logs.ReadAsync(
            $"""
            {Version2}
            2 123456789010 eni-1 - - - - - - - 1431280876 1431280934 - NODATA
            2 123456789010 eni-2 - - - - - - - 1431280876 1431280934 - SKIPDATA
            2 123456789010 eni-3 10.0.0.1 10.0.0.2 1 2 17 3 300 1431280876 1431280934 ACCEPT NODATA
            """);

        Assert.Equal([LogStatus.NoData, LogStatus.SkipData, LogStatus.NoData], log.Flows.Select(flow => flow.Status));
        Assert.Equal(["eni-1", "eni-2", "eni-3"], log.Flows.Select(flow => flow.Interface));
        Assert.Equal(default, log.Flows[0].Flow);
        Assert.Equal("1431280876000 None Accept 17 10.0.0.1 1 10.0.0.2 2 3 300  eni-3", log.Texts[2]);
    }

    [Fact]
    public async Task TimesInMilliseconds_AreToldBySize()
    {
        var log = await Logs.ReadAsync($"{Version2}\n{Accepted.Replace("1418530010 1418530070", "1512564058000 1512564118000", StringComparison.Ordinal)}\n");

        Assert.Equal((1512564058, 1512564118), (log.Flows[0].FirstNanoseconds / 1_000_000_000, log.Flows[0].LastNanoseconds / 1_000_000_000));
    }

    [Fact]
    public async Task HyphensAreZerosAndMissingAddressesAreTheInnerOnes()
    {
        var log = await Logs.ReadAsync("pkt-srcaddr pkt-dstaddr srcport dstport protocol packets bytes start\n10.0.0.1 fd00::1 - - 1 1 84 1418530010\n10.0.0.1 10.0.0.2 - - 1 1 84 1418530010\n");

        Assert.Equal(["1418530010000 None None 1 10.0.0.1 0 10.0.0.2 0 1 84  "], log.Texts);
        Assert.Equal("MixedAddresses=1", log.SkippedText);
    }

    [Theory]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT", "TooFewFields")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 x ACCEPT OK", "BadTime")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 - - ACCEPT OK", "BadTime")]
    [InlineData("2 1 eni-1 - 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK", "BadAddress")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 x 22 6 20 4249 1418530010 1418530070 ACCEPT OK", "BadPort")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 1 22 TCP 20 4249 1418530010 1418530070 ACCEPT OK", "BadProtocol")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 1 22 6 20 99999999999999999999 1418530010 1418530070 ACCEPT OK", "BadCounter")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 1 22 6 20 4249 1418530010 1418530070 PERHAPS OK", "BadAction")]
    [InlineData("2 1 eni-1 172.31.16.139 172.31.16.21 1 22 6 20 4249 1418530010 1418530070 ACCEPT GOOD", "BadStatus")]
    public async Task BadLine_IsCountedAndTheOthersStay(string line, string reason)
    {
        var log = await Logs.ReadAsync($"{Version2}\n{line}\n{Accepted}\n");

        Assert.Equal($"{reason}=1", log.SkippedText);
        Assert.Equal([AcceptedText], log.Texts);
    }

    [Fact]
    public async Task LineWithoutEnd_IsPassedOverInBoundedMemory()
    {
        var head = Logs.Bytes(Version2 + "\n" + Accepted + "\n");
        byte[] bytes = [.. head, .. new byte[8 << 20], .. Logs.Bytes("\n" + Accepted + "\n")];
        await Logs.ReadAsync(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var log = await Logs.ReadAsync(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
        Assert.Equal([AcceptedText, AcceptedText], log.Texts);
        Assert.Equal("TooLong=1", log.SkippedText);
    }

    [Fact]
    public async Task LastLineThatIsCut_IsTruncated()
    {
        var text = $"{Version2}\n{Accepted}\n";

        var log = await Logs.ReadAsync(text + Accepted[..60]);

        Assert.Single(log.Flows);
        Assert.Equal((ImportDamageReason.Truncated, text.Length), (log.Reader.Damage?.Reason, log.Reader.Damage?.Offset));
    }
}
