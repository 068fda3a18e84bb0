using System.Text;
using FlowLog.Imports.Records;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Imports.Records;

public sealed class RecordReaderTests
{
    [Fact]
    public async Task AwsText_GivesEveryFieldOfEachLine()
    {
        var (records, reader) = await SomeTexts.ReadAsync(SomeTexts.Aws);

        Assert.Equal((RecordFormat.AwsFlowLog, 0L), (reader.Format, reader.Damaged));
        Same("version=2 account-id=123456789010 eni-id=eni-1 protocol=6 srcaddr=10.0.0.1 srcport=443 dstaddr=192.0.2.7 dstport=40000 action=ACCEPT packets=10 bytes=1000 start=1767225600 end=1767225659", records[0]);
        Same("version=2 account-id=123456789010 eni-id=eni-1 protocol=58 srcaddr=2001:db8::1 dstaddr=2001:db8::2 action=REJECT packets=1 bytes=80 start=1767225600 end=1767225601", records[1]);
        Same("version=2 account-id=123456789010 eni-id=eni-2 start=1767225600 end=1767225659 log-status=NODATA", records[2]);
    }

    [Theory]
    [InlineData("version,account-id,interface-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log-status")]
    [InlineData("version,account_id,interface_id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log_status")]
    [InlineData("\"VERSION\",\"ACCOUNT_ID\",\"INTERFACE_ID\",\"SRCADDR\",\"DSTADDR\",\"SRCPORT\",\"DSTPORT\",\"PROTOCOL\",\"PACKETS\",\"BYTES\",\"START\",\"END\",\"ACTION\",\"LOG_STATUS\"")]
    public async Task CsvUnderAwsNames_IsTheSame(string head)
    {
        var (expected, _) = await SomeTexts.ReadAsync(SomeTexts.Aws);
        var (records, reader) = await SomeTexts.ReadAsync(head + "\n" + SomeTexts.Aws.Replace(' ', ','));

        Assert.Equal((RecordFormat.Csv, 0L), (reader.Format, reader.Damaged));
        Assert.Equal(expected, records);
    }

    [Fact]
    public async Task OwnCsv_GivesWhatStandsInQuotes()
    {
        var (records, reader) = await SomeTexts.ReadAsync(SomeTexts.Own);

        Assert.Equal((RecordFormat.Csv, 0L, 2), (reader.Format, reader.Damaged, records.Count));
        Assert.Equal(("eni,\"a\"", "one\r\ntwo", "out", "7"), (records[0]["eni-id"], records[0]["rule-id"], records[0]["direction"], records[0]["bytes-error"]));
        Same("version=1 account-id=1234 eni-id=eni-2 start=1767225600 end=1767225659 log-status=SKIPDATA skip-reason=overload", records[1]);
    }

    [Fact]
    public async Task Nfdump_IsReadUpToItsSummary()
    {
        var (records, reader) = await SomeTexts.ReadAsync(SomeTexts.Nfdump);

        Assert.Equal((RecordFormat.Nfdump, 0L), (reader.Format, reader.Damaged));
        Same("eni-id=eni-138 protocol=6 srcaddr=4.113.215.60 srcport=1119 dstaddr=10.0.0.0 dstport=3427 action=ACCEPT packets=9 bytes=478 start=1767268761 end=1767268769 tcp-flags=25", records[0]);
        Same("eni-id=eni-7 protocol=58 srcaddr=2600::1 dstaddr=2a00::2 action=REJECT packets=1 bytes=101 start=1767268801 end=1767268801 icmp=8/0", records[1]);
        Assert.Equal(2, records.Count);
    }

    [Fact]
    public async Task NfdumpWithoutItsHeader_IsTheSame()
    {
        var (expected, _) = await SomeTexts.ReadAsync(SomeTexts.Nfdump);
        var (records, reader) = await SomeTexts.ReadAsync(SomeTexts.Nfdump[(SomeTexts.Nfdump.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

        Assert.Equal(RecordFormat.Nfdump, reader.Format);
        Assert.Equal(expected, records);
    }

    [Fact]
    public async Task Ndjson_GivesTextsAndNumbersAndPassesOverTheRest()
    {
        var (records, reader) = await SomeTexts.ReadAsync(SomeTexts.Ndjson + SomeTexts.Ndjson);

        Assert.Equal((RecordFormat.Ndjson, 0L, 2), (reader.Format, reader.Damaged, records.Count));
        Same("version=1 eni-id=eni-1 protocol=6 srcaddr=10.0.0.1 srcport=443 dstaddr=192.0.2.7 dstport=40000 direction=in action=ACCEPT packets=10 bytes=1000 start=1767225600 end=1767225659", records[1], "rule-id");
        Assert.Equal("a \"b\"", records[1]["rule-id"]);
    }

    [Theory]
    [InlineData("srcaddr,10.0.0.x", "srcaddr", "an IP address expected, not '10.0.0.x'")]
    [InlineData("srcport,65536", "srcport", "a number from 0 to 65535 expected, not '65536'")]
    [InlineData("protocol,TCP", "protocol", "a number from 0 to 255 expected, not 'TCP'")]
    [InlineData("action,MAYBE", "action", "- or ACCEPT or REJECT expected, not 'MAYBE'")]
    [InlineData("start,yesterday", "start", "Unix seconds, or a time such as 2026-01-01 00:00:00 in UTC expected, not 'yesterday'")]
    [InlineData("srcaddr,-", "srcaddr", "an IP address expected, none given")]
    public async Task AWrongField_LeavesOutItsLineAndSaysWhatWasExpected(string change, string column, string message)
    {
        var head = "srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action";
        var good = "10.0.0.1,10.0.0.2,1,2,6,3,4,100,200,ACCEPT";
        var place = Array.IndexOf(head.Split(','), change.Split(',')[0]);
        var bad = good.Split(',');
        bad[place] = change.Split(',')[1];
        var (records, reader) = await SomeTexts.ReadAsync($"{head}\n{good}\n{string.Join(',', bad)}\n\n{good}");

        Assert.Equal(2, records.Count);
        Assert.Equal([new LineProblem(3, column, message)], reader.Problems);
    }

    [Fact]
    public async Task ALineTooShortOrTooLong_IsSaid()
    {
        var head = "srcaddr,dstaddr,start\n";
        var (records, reader) = await SomeTexts.ReadAsync($"{head}10.0.0.1\n{new string('x', 200_000)}\n10.0.0.1,10.0.0.2,5\n");

        Assert.Single(records);
        Assert.Equal(
            [new LineProblem(2, "dstaddr", "a line of 3 fields expected"), new LineProblem(3, "", "a line of at most 65536 bytes expected")],
            reader.Problems);
    }

    [Fact]
    public async Task AQuoteThatIsNeverClosed_CostsItsLineOnly()
    {
        var (records, reader) = await SomeTexts.ReadAsync("srcaddr,dstaddr,start\n\"10.0.0.1,10.0.0.2,5\n10.0.0.1,10.0.0.2,6\n");

        Assert.Equal("6", Assert.Single(records)["start"]);
        Assert.Equal(2, Assert.Single(reader.Problems).Line);
    }

    [Fact]
    public async Task AHeaderInTheMiddle_ChangesTheColumns()
    {
        var (records, reader) = await SomeTexts.ReadAsync("srcaddr,dstaddr,start\n10.0.0.1,10.0.0.2,5\nstart,dstaddr,srcaddr\n6,10.0.0.2,10.0.0.1\n");

        Assert.Equal(["5", "6"], records.Select(record => record["start"]));
        Assert.Equal(0, reader.Damaged);
    }

    [Fact]
    public async Task ProblemsAreCountedPastThoseThatAreKept()
    {
        var (_, reader) = await SomeTexts.ReadAsync("srcaddr,dstaddr,start\n" + string.Concat(Enumerable.Repeat("1,2,3\n", 100)));

        Assert.Equal((100L, RecordReader.MaxProblems), (reader.Damaged, reader.Problems.Count));
    }

    [Fact]
    public async Task SmallReadsAndGzip_GiveTheSame()
    {
        foreach (var text in (string[])[SomeTexts.Aws, SomeTexts.Own, SomeTexts.Nfdump, SomeTexts.Ndjson])
        {
            var (expected, whole) = await SomeTexts.ReadAsync(text);
            var bytes = Encoding.UTF8.GetBytes(text);
            var (trickled, reader) = await SomeTexts.ReadAsync(new TrickleStream(bytes, 3));
            var (inflated, _) = await SomeTexts.ReadAsync(new MemoryStream(CaptureBuilder.Gzip(bytes)));

            Assert.Equal(whole.Format, reader.Format);
            Assert.Equal(expected, trickled);
            Assert.Equal(expected, inflated);
        }
    }

    [Fact]
    public async Task DamagedTexts_EndWithoutAnException()
    {
        var hostile = new HostileBytes(3);
        foreach (var text in (string[])[SomeTexts.Aws, SomeTexts.Own, SomeTexts.Nfdump, SomeTexts.Ndjson])
        {
            var whole = Encoding.UTF8.GetBytes(text + text);
            for (var round = 0; round < 300; round++)
            {
                await SomeTexts.ReadAsync(new MemoryStream(hostile.Damaged(whole, out _)));
                await SomeTexts.ReadAsync(new MemoryStream(hostile.Damaged(CaptureBuilder.Gzip(whole), out _)));
                byte[] noise = [.. whole[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)], .. hostile.Noise(200).Select(letter => (byte)"\",\n{}:1.-a\r"[letter % 11])];
                await SomeTexts.ReadAsync(new MemoryStream(noise));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\n")]
    [InlineData("{\"records\":[]}")]
    [InlineData("a,b,c\n1,2,3\n")]
    public void OtherTexts_AreNoneOfTheFormats(string text) => Assert.Equal(RecordFormat.None, RecordReader.Detect(Encoding.UTF8.GetBytes(text)));

    private static void Same(string expected, Dictionary<string, string> record, string besides = "") => Assert.Equal(
        expected.Split(' ').Order(), record.Where(field => field.Key != besides).Select(field => $"{field.Key}={field.Value}").Order());
}
