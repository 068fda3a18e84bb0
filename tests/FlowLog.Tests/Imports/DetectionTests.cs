using FlowLog.Imports;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Imports;

public sealed class DetectionTests
{
    [Theory]
    [InlineData("""{"records":[{"time":"x","flowLogVersion":4""", ImportFormat.VNetFlowLog)]
    [InlineData("""[{"category":"FlowLogFlowEvent"}]""", ImportFormat.VNetFlowLog)]
    [InlineData("""{"records":[{"category":"NetworkSecurityGroupFlowEvent","properties":{"flows":[]}}]}""", ImportFormat.NsgFlowLog)]
    [InlineData("""{"records":[""", ImportFormat.VNetFlowLog)]
    [InlineData("""{"records":[{"category":"NetworkSecurityGroupEvent","properties":{}}]}""", ImportFormat.None)]
    [InlineData("""{ "time": "2024", "category": "Administrative" }""", ImportFormat.None)]
    [InlineData("version srcaddr dstaddr start\n", ImportFormat.AwsFlowLog)]
    [InlineData("2 123456789010 eni-1 - - - - - - - 1431280876 1431280934 - NODATA\n", ImportFormat.AwsFlowLog)]
    [InlineData("start of a letter to srcaddr\n", ImportFormat.None)]
    [InlineData("", ImportFormat.None)]
    public void Content_TellsTheFormat(string text, ImportFormat format)
    {
        Assert.Equal(format, FlowImportReader.Detect(Logs.Bytes(text)));
        Assert.Equal(format, FlowImportReader.Detect(Logs.Gzip(Logs.Bytes(text))));
    }

    [Fact]
    public async Task Captures_AreNone()
    {
        byte[][] captures = [new CaptureBuilder().Pcap().Bytes(), new CaptureBuilder().Section().Interface().Bytes()];
        foreach (var capture in captures)
        {
            Assert.Equal(ImportFormat.None, FlowImportReader.Detect(capture));
            Assert.Equal(ImportDamageReason.NotAFlowLog, (await Logs.ReadAsync(capture)).Reader.Damage?.Reason);
        }
    }

    [Fact]
    public async Task NoBytes_AreEmpty()
    {
        Assert.Equal(ImportDamageReason.Empty, (await Logs.ReadAsync("")).Reader.Damage?.Reason);
        Assert.Equal(ImportDamageReason.Empty, (await Logs.ReadAsync(Logs.Gzip([]))).Reader.Damage?.Reason);
    }
}
