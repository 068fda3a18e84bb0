using System.Text.Json;
using FlowLog.Tests.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Cli.Tests.Records;

public sealed class RecordsCommandTests : IDisposable
{
    private const string Head = "srcaddr,dstaddr,srcport,dstport,protocol,direction,packets,bytes,start,end,tcp-flags,action,rule-id";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Csv_HasARecordAFlowAndWindow()
    {
        var result = await Shell.RunAsync(["records", Web()]);

        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Equal(
            [
                Head,
                "10.0.0.1,192.0.2.7,1000,80,6,-,2,80,1200,1259,18,-,-",
                "10.0.0.1,192.0.2.7,1000,80,6,-,1,40,1260,1260,16,-,-",
            ],
            result.Lines);
    }

    [Fact]
    public async Task WindowZero_HoldsEverything()
    {
        var result = await Shell.RunAsync(["records", "--window", "0", Web()]);

        Assert.Equal([Head, "10.0.0.1,192.0.2.7,1000,80,6,-,3,120,1200,1260,18,-,-"], result.Lines);
    }

    [Fact]
    public async Task SeveralFiles_AddUp()
    {
        var file = Web();
        var result = await Shell.RunAsync(["records", "--window=0", file, file]);

        Assert.Equal("10.0.0.1,192.0.2.7,1000,80,6,-,6,240,1200,1260,18,-,-", result.Lines[1]);
    }

    [Fact]
    public async Task StandardInput_IsReadForAHyphen()
    {
        var bytes = CaptureBuilder.Gzip(await File.ReadAllBytesAsync(Web()));
        var result = await Shell.RunAsync(["records", "--window", "0", "-"], bytes);

        Assert.Equal("10.0.0.1,192.0.2.7,1000,80,6,-,3,120,1200,1260,18,-,-", result.Lines[1]);
    }

    [Theory]
    [InlineData("10.0.0.1", "out")]
    [InlineData("2001:db8::5,192.0.2.7", "in")]
    [InlineData("10.9.9.9", "-")]
    public async Task EniAddress_GivesTheDirection(string addresses, string direction)
    {
        var result = await Shell.RunAsync(["records", Web(), "--eni-address", addresses]);

        Assert.All(result.Lines.Skip(1), line => Assert.Equal(direction, line.Split(',')[5]));
    }

    [Fact]
    public async Task Ndjson_HasTheSameFieldsWithTheirKinds()
    {
        var result = await Shell.RunAsync(["records", Web(), "--format", "ndjson"]);

        var records = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, records.Count);
        Assert.Equal(Head.Split(','), records[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(("10.0.0.1", 6, 2, "-"), (
            records[0].GetProperty("srcaddr").GetString(), records[0].GetProperty("protocol").GetInt32(),
            records[0].GetProperty("packets").GetInt32(), records[0].GetProperty("action").GetString()));
    }

    [Fact]
    public async Task Table_HasALineARecord()
    {
        var result = await Shell.RunAsync(["records", Web(), "--format", "table"]);

        Assert.Contains(result.Lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["srcaddr", "dstaddr", ..]);
        Assert.Equal(2, result.Lines.Count(line => line.Contains("192.0.2.7", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Icmp_IsToldApartOnRequest()
    {
        var file = _shell.Write("ping.pcap", new CaptureBuilder().Pcap()
            .Packet(Ethernet(0x0800, Ipv4(1, Hex("0800 0000")))).Packet(Ethernet(0x0800, Ipv4(1, Hex("0301 0000")))).Bytes());

        Assert.Equal("10.0.0.1,192.0.2.7,0,0,1,-,2,48,0,0,0,-,-", (await Shell.RunAsync(["records", file])).Lines[1]);
        Assert.Equal(
            ["10.0.0.1,192.0.2.7,0,0,1,-,1,24,0,0,0,-,-,3/1", "10.0.0.1,192.0.2.7,0,0,1,-,1,24,0,0,0,-,-,8/0"],
            (await Shell.RunAsync(["records", "--icmp", file])).Lines[1..]);
    }

    [Fact]
    public async Task Summary_CountsWhatMadeNoFlow()
    {
        var file = _shell.Write("mixed.pcap", new CaptureBuilder().Pcap()
            .Packet(Tcp(2)).Packet(Ethernet(0x0806, new byte[28])).Packet(Ethernet(0x0800, 0x45, 0)).Packet(Ethernet(0x88CC, new byte[20])).Bytes());
        var result = await Shell.RunAsync(["records", "--summary", file]);

        Assert.Equal("reason,records,packets,bytes", result.Lines[0]);
        Assert.Equal("flow,1,1,40", result.Lines[1]);
        Assert.Subset(result.Lines.ToHashSet(), new HashSet<string> { "Arp,,1,", "CutHeader,,1,", "NonIp,,1,", "BadHeader,,0," });
    }

    [Fact]
    public async Task MaxFlows_LosesNoPacket()
    {
        var capture = new CaptureBuilder().Pcap();
        for (var packet = 0; packet < 1000; packet++)
            capture.Packet(Tcp(2, source: 1 + (packet % 300)), seconds: (uint)packet);
        var result = await Shell.RunAsync(["records", "--window", "0", "--max-flows", "10", _shell.Write("many.pcap", capture.Bytes())]);

        var records = result.Lines.Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(1000, records.Sum(record => int.Parse(record[6], null)));
        Assert.Equal(300, records.Select(record => record[2]).Distinct().Count());
    }

    [Fact]
    public async Task Rules_JudgeEachFlow()
    {
        var rules = _shell.Write("rules.json", """
            [{"id":"sg-a","rules":[{"id":"web","direction":"ingress","protocol":"tcp","portRange":"80/80","cidr":"10.0.0.0/8"}]}]
            """);
        var result = await Shell.RunAsync(["records", Web(), "--window", "0", "--eni-address", "192.0.2.7", "--rules", rules]);

        Assert.Equal("10.0.0.1,192.0.2.7,1000,80,6,in,3,120,1200,1260,18,ACCEPT,web", result.Lines[1]);
    }

    [Fact]
    public async Task ARuleThatBearsACommaAndAQuote_IsQuoted()
    {
        var rules = _shell.Write("odd.json", """
            [{"id":"sg-a","rules":[{"id":"web,\"all\"","direction":"ingress","protocol":"tcp","portRange":"80/80","cidr":"10.0.0.0/8"}]}]
            """);
        string[] arguments = ["records", Web(), "--window", "0", "--eni-address", "192.0.2.7", "--rules", rules];

        Assert.EndsWith(",ACCEPT,\"web,\"\"all\"\"\"", (await Shell.RunAsync(arguments)).Lines[1], StringComparison.Ordinal);
        var json = JsonDocument.Parse((await Shell.RunAsync([.. arguments, "--format", "ndjson"])).Lines[0]).RootElement;
        Assert.Equal("web,\"all\"", json.GetProperty("rule-id").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FlowLogOfAws_IsFoundByItsContent(bool onStandardInput)
    {
        const string Log = """
            version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
            2 123456789010 eni-1 10.0.0.9 10.0.0.5 40000 22 6 3 180 1200 1230 REJECT OK
            2 123456789010 eni-1 10.0.0.9 10.0.0.5 40000 22 6 2 120 1240 1259 REJECT OK
            2 123456789010 eni-1 - - - - - - - 1260 1319 - NODATA
            """;
        var bytes = System.Text.Encoding.UTF8.GetBytes(Log);
        var result = await Shell.RunAsync(["records", onStandardInput ? "-" : _shell.Write("log.pcap", bytes), "--eni-address", "10.0.0.5"], bytes);

        Assert.Equal([Head, "10.0.0.9,10.0.0.5,40000,22,6,in,5,300,1200,1259,0,REJECT,-"], result.Lines);
    }

    [Fact]
    public async Task DamagedFile_CountsUpToTheDamage_AndSaysSo()
    {
        var file = _shell.Write("cut.pcap", [.. (await File.ReadAllBytesAsync(Web()))[..^5]]);
        var result = await Shell.RunAsync(["records", "--window", "0", file]);

        Assert.Equal(0, result.Code);
        Assert.Contains("cut.pcap", result.Errors, StringComparison.Ordinal);
        Assert.Equal("10.0.0.1,192.0.2.7,1000,80,6,-,2,80,1200,1259,18,-,-", result.Lines[1]);
        Assert.Equal(1, (await Shell.RunAsync(["records", "--strict", file])).Code);
    }

    [Theory]
    [InlineData("no-such-file.pcap", "no such file")]
    [InlineData("text", "NotACapture")]
    public async Task WhatIsNoCapture_Fails(string name, string message)
    {
        var file = name == "text" ? _shell.Write(name, "hello, this is a text") : name;
        var result = await Shell.RunAsync(["records", file]);

        Assert.Equal(1, result.Code);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongOptions_AreAllNamed()
    {
        var result = await Shell.RunAsync(["records", "x", "--window", "7", "--eni-address", "10.0.0.1,nonsense", "--threads", "0"]);

        Assert.Equal(1, result.Code);
        Assert.All(["--window 7", "nonsense", "--threads"], text => Assert.Contains(text, result.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RulesWithoutAddress_AreRefused()
    {
        var result = await Shell.RunAsync(["records", Web(), "--rules", "rules.json"]);

        Assert.Equal(1, result.Code);
        Assert.Contains("--eni-address", result.Errors, StringComparison.Ordinal);
    }

    private string Web() => _shell.Write("web.pcap", new CaptureBuilder().Pcap()
        .Packet(Tcp(2), seconds: 1200).Packet(Tcp(16), seconds: 1259).Packet(Tcp(16), seconds: 1260).Bytes());

    private static byte[] Tcp(byte flags, int source = 1000) => Ethernet(0x0800, Ipv4(
        TcpProtocol, Join(Big16(source), Big16(80), new byte[8], [0x50, flags], new byte[6])));
}
