using System.Text;
using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Tests.Packets;
using static FlowLog.Tests.Packets.PacketBuilder;

namespace FlowLog.Cli.Tests.Pack;

public sealed class PackCommandTests : IDisposable
{
    private const string Aws = "version,account-id,interface-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log-status";

    private const string AwsColumns = "version,account-id,eni-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log-status";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("merged")]
    [InlineData("ingested")]
    public async Task CsvOfAws_ComesBackLineByLine(string packed)
    {
        var lines = AwsLines(500);
        var file = await PackAsync("--as", packed, _shell.Write("aws.csv", string.Join('\n', [Aws, .. lines])));
        var result = await Shell.RunAsync(["records", file, "--columns", AwsColumns]);

        Assert.Equal((0, "", AwsColumns), (result.Code, result.Errors, result.Lines[0]));
        Assert.Equal(lines.Order(StringComparer.Ordinal), result.Lines[1..].Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task WhatRecordsPrints_PacksToTheSameAgain(string format)
    {
        var first = await PackAsync(_shell.Write("own.csv", Own()));
        var printed = await Shell.RunAsync(["records", first, "--format", format]);
        var second = await PackAsync(_shell.Write("again", printed.Output));

        Assert.Equal(0, printed.Code);
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
        Assert.Equal(printed.Output, (await Shell.RunAsync(["records", second, "--format", format])).Output);
    }

    [Fact]
    public async Task OwnCsv_IsPrintedAsItWas()
    {
        var result = await Shell.RunAsync(["records", await PackAsync(_shell.Write("own.csv", Own()))]);

        Assert.Equal(Own().Split('\n').Order(), result.Output.Split('\n').Order());
    }

    [Fact]
    public async Task Ndjson_HasNumbersAsNumbersAndAHyphenForWhatDoesNotApply()
    {
        var result = await Shell.RunAsync(["records", await PackAsync(_shell.Write("own.csv", Own())), "--format", "ndjson"]);
        var records = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.All(records, record => Assert.Equal(FlowFields.All.Select(field => field.Name), record.EnumerateObject().Select(field => field.Name)));
        Assert.Contains(records, record => record.GetProperty("rule-id").GetString() == "a,\"b\"" && record.GetProperty("bytes").GetInt64() == 1000);
        Assert.Contains(records, record => record.GetProperty("log-status").GetString() == "NODATA" && record.GetProperty("bytes").GetString() == "-");
    }

    [Fact]
    public async Task Captures_PackToTheRecordsThatArePrintedOfThem()
    {
        string[] how = [Web(), "--eni-address", "192.0.2.7", "--icmp"];
        var printed = await Shell.RunAsync(["records", .. how, "--window", "600"]);
        var file = await PackAsync([.. how, "--eni-id", "eni-7"]);
        var result = await Shell.RunAsync(["records", file, "--columns", printed.Lines[0]]);

        Assert.Equal(printed.Lines.Order(), result.Lines.Order());
        Assert.All((await Shell.RunAsync(["records", file, "--columns", "eni-id,type"])).Lines[1..], line => Assert.Equal("eni-7,IPv4", line));
    }

    [Fact]
    public async Task SeveralFilesOfAnyKind_GoIntoOne()
    {
        var csv = _shell.Write("aws.csv", string.Join('\n', [Aws, .. AwsLines(5)]));
        var packed = await PackAsync(csv, Web());
        var all = await PackAsync(packed, csv, _shell.Write("zipped", CaptureBuilder.Gzip(await File.ReadAllBytesAsync(packed))));

        Assert.Equal(1 + 5 + 1 + 5 + 5 + 1, (await Shell.RunAsync(["records", all])).Lines.Length);
    }

    [Fact]
    public async Task AFamilyThatNobodyStated_IsThatOfTheAddresses()
    {
        var file = await PackAsync(_shell.Write("six.csv", "srcaddr,dstaddr,start\n2001:db8::1,2001:db8::2,5\n10.0.0.1,10.0.0.2,5\n"));

        Assert.Equal(["type", "IPv4", "IPv6"], (await Shell.RunAsync(["records", file, "--columns", "type"])).Lines.Order(StringComparer.Ordinal).OrderBy(line => line != "type"));
    }

    [Fact]
    public async Task DamagedLines_AreSaidAndLeftOut()
    {
        var file = _shell.Write("bad.csv", $"{Aws}\n{AwsLines(1)[0]}\n2,1,eni-1,nonsense,10.0.0.1,1,2,6,1,40,5,6,ACCEPT,OK\n");
        var result = await Shell.RunAsync(["pack", file, "--out", Out("one")]);

        Assert.Equal(0, result.Code);
        Assert.Contains("bad.csv: line 3: srcaddr: an IP address expected, not 'nonsense'; left out", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Shell.RunAsync(["records", Out("one")])).Lines.Length);
        Assert.Equal(1, (await Shell.RunAsync(["pack", file, "--strict", "--out", Out("two")])).Code);
    }

    [Fact]
    public async Task AFileThatIsThere_IsNotReplacedWithoutForce()
    {
        var there = _shell.Write("there.flc", "mine");
        var refused = await Shell.RunAsync(["pack", Web(), "--out", there]);

        Assert.Equal((1, "mine"), (refused.Code, await File.ReadAllTextAsync(there)));
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await Shell.RunAsync(["pack", Web(), "--out", there, "--force"])).Code);
        Assert.Equal(0, (await Shell.RunAsync(["records", there])).Code);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("FLC\u0009")]
    [InlineData("")]
    public async Task WhatCannotBeRead_LeavesNoFile(string text)
    {
        var result = await Shell.RunAsync(["pack", Web(), _shell.Write("text", text), "--strict", "--out", Out("none")]);

        Assert.Equal(1, result.Code);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Out("none"))!, "none*"));
    }

    [Fact]
    public async Task Stats_AddUpToTheFile()
    {
        var file = _shell.Write("aws.csv", string.Join('\n', [Aws, .. AwsLines(300)]));
        var packed = await Shell.RunAsync(["pack", file, "--out", Out("f"), "--stats"]);
        var stats = await Shell.RunAsync(["stats", Out("f"), "--format", "csv"]);
        var bytes = stats.Lines[1..].ToDictionary(line => line.Split(',')[0], line => long.Parse(line.Split(',')[1], null));

        Assert.Contains("300 records in 2 chunks of ", packed.Output, StringComparison.Ordinal);
        Assert.Equal(new FileInfo(Out("f")).Length, bytes["total"]);
        Assert.Equal(bytes["total"], bytes.Where(column => column.Key != "total").Sum(column => column.Value));
        Assert.Equal("column,bytes,bytes-per-record,encodings", stats.Lines[0]);
    }

    [Fact]
    public async Task ADamagedFileOfChunks_IsPrintedUpToTheDamage()
    {
        var bytes = await File.ReadAllBytesAsync(await PackAsync("--as", "ingested", "--window", "1", _shell.Write("aws.csv", string.Join('\n', [Aws, .. AwsLines(200)]))));
        bytes[bytes.Length / 2] ^= 1;
        var result = await Shell.RunAsync(["records", _shell.Write("damaged", bytes)]);

        Assert.Equal(0, result.Code);
        Assert.InRange(result.Lines.Length, 2, 200);
        Assert.Contains("what comes before it counts", result.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await Shell.RunAsync(["records", "--strict", _shell.Write("damaged", bytes)])).Code);
    }

    [Fact]
    public async Task AnotherVersion_IsRefused()
    {
        var bytes = await File.ReadAllBytesAsync(await PackAsync(Web()));
        bytes[3] = 9;
        var result = await Shell.RunAsync(["records", _shell.Write("newer", bytes)]);

        Assert.Equal((1, ""), (result.Code, result.Output.Replace(string.Join(',', FlowFields.All) + "\n", "", StringComparison.Ordinal)));
        Assert.Contains("byte 3: version 9", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--eni-address", "10.0.0.1")]
    [InlineData("--rules", "rules.json")]
    [InlineData("--summary", "--strict")]
    public async Task WhatIsForPackets_IsRefusedForAFileOfChunks(string option, string value)
    {
        var result = await Shell.RunAsync(["records", await PackAsync(Web()), option, value]);

        Assert.Equal(1, result.Code);
        Assert.Contains($"{option} is for packets", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfChunksAmongOthers_AreRefused()
    {
        var result = await Shell.RunAsync(["records", Web(), await PackAsync(Web())]);

        Assert.Equal(1, result.Code);
        Assert.Contains("pack the others first", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongOptions_AreAllNamed()
    {
        var result = await Shell.RunAsync(["pack", "x", "--out", "-", "--window", "7", "--max-rows", "1"]);

        Assert.Equal(1, result.Code);
        Assert.All(["--out", "--window 7", "--max-rows 1"], text => Assert.Contains(text, result.Errors, StringComparison.Ordinal));
        Assert.Contains("--columns nonsense", (await Shell.RunAsync(["records", "x", "--columns", "nonsense"])).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStandardInput_IsPackedAndPrinted()
    {
        var csv = Encoding.UTF8.GetBytes(string.Join('\n', [Aws, .. AwsLines(3)]));
        await Shell.RunAsync(["pack", "-", "--out", Out("f")], csv);

        Assert.Equal(4, (await Shell.RunAsync(["records", "-"], await File.ReadAllBytesAsync(Out("f")))).Lines.Length);
    }

    private string Out(string name) => Path.Combine(Path.GetDirectoryName(_shell.Write("x", ""))!, name);

    private async Task<string> PackAsync(params string[] arguments)
    {
        var file = Out(Path.GetRandomFileName());
        var result = await Shell.RunAsync(["pack", .. arguments, "--out", file]);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        return file;
    }

    private static string[] AwsLines(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(line => FormattableString.Invariant(
            $"2,123456789010,eni-{random.Next(3)},10.0.0.{random.Next(256)},2001:db8::{random.Next(1, 10)},{random.Next(65536)},443,6,{1 + random.Next(99)},{random.Next(100_000)},{1767225600 + random.Next(7200)},{1767232800 + random.Next(60)},{(random.Next(2) == 0 ? "ACCEPT" : "REJECT")},OK"))];
    }

    /// <summary>The service's own CSV, but for the ends of its lines.</summary>
    private static string Own() => string.Join(',', FlowFields.All) + "\n"
        + "1,1234,eni-1,-,vsw-1,vpc-1,cn-hangzhou,IPv4,6,10.0.0.1,443,192.0.2.7,40000,out,ACCEPT,10,1000,1767225600,1767225659,27,OK,15,\"a,\"\"b\"\"\",3,-,-,100,7\n"
        + "1,1234,eni-1,-,vsw-1,vpc-1,cn-hangzhou,IPv6,58,2001:db8::1,0,2001:db8::2,0,in,-,1,80,1767225601,1767225601,0,OK,14,-,0,-,128/0,0,0\n"
        + "1,1234,eni-2,-,vsw-1,vpc-1,cn-hangzhou,-,-,-,-,-,-,-,-,-,-,1767225600,1767225659,-,NODATA,-,-,-,-,-,0,-\n";

    private string Web() => _shell.Write("web.pcap", new CaptureBuilder().Pcap()
        .Packet(Tcp(2), seconds: 1200).Packet(Tcp(16), seconds: 1259).Packet(Tcp(16), seconds: 1260).Bytes());

    private static byte[] Tcp(byte flags) => Ethernet(0x0800, Ipv4(
        TcpProtocol, Join(Big16(1000), Big16(80), new byte[8], [0x50, flags], new byte[6])));
}
