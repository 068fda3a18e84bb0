using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>Searches and the records that they find, by hand.</summary>
public class SearchTests
{
    /// <summary>In their order: web, dns, probe, six, none, skip.</summary>
    private static readonly FlowRecord[] Records =
    [
        new()
        {
            EniId = "eni-web", Region = "cn-hangzhou", VmId = "i-1", RuleId = "sgr-1", RuleVersion = 3,
            Flow = new(IpAddress.Parse("10.0.0.1"), IpAddress.Parse("192.0.2.80"), 40_000, 443, 6),
            Direction = Direction.Out, Action = FlowAction.Accept, Packets = 10, Bytes = 1_500, Start = 1_767_225_600, End = 1_767_225_630, TcpFlags = 27,
        },
        new()
        {
            EniId = "eni-web", Region = "cn-hangzhou", VmId = "-", RuleId = "sgr-1",
            Flow = new(IpAddress.Parse("10.0.0.12"), IpAddress.Parse("10.0.0.53"), 5_353, 53, 17),
            Direction = Direction.In, Action = FlowAction.Accept, Packets = 1, Bytes = 80, Start = 1_767_225_660, End = 1_767_225_660,
        },
        new()
        {
            EniId = "eni-Db", Region = "cn-beijing", RuleId = "default drop", Icmp = "8/0",
            Flow = new(IpAddress.Parse("203.0.113.9"), IpAddress.Parse("10.0.1.1"), 0, 0, 1),
            Direction = Direction.In, Action = FlowAction.Reject, Packets = 3, Bytes = 252, Start = 1_767_229_200, End = 1_767_229_259,
        },
        new()
        {
            EniId = "eni-Db", Region = "cn-beijing", RuleId = "sgr-10",
            Flow = new(IpAddress.Parse("2001:db8::1"), IpAddress.Parse("fe80::53"), 443, 50_000, 6),
            Action = FlowAction.None, Packets = 2, Bytes = 3_000_000, Start = 1_767_229_300, End = 1_767_229_301, TcpFlags = 2,
        },
        new() { EniId = "eni-web", Region = "cn-hangzhou", Status = LogStatus.NoData, Start = 1_767_229_200, End = 1_767_229_260 },
        new() { EniId = "eni-Db", Status = LogStatus.SkipData, SkipReason = "buffer full", Start = 1_767_229_260, End = 1_767_229_320 },
    ];

    private static readonly string[] Names = ["web", "dns", "probe", "six", "none", "skip"];

    public static TheoryData<string, string> Searches() => new()
    {
        { "", "web dns probe six none skip" },
        { " \n ", "web dns probe six none skip" },
        { "*", "web dns probe six none skip" },
        { "not *", "" },

        // Keys, values and quotes.
        { "eni-id: eni-web", "web dns none" },
        { "eni_id:ENI-WEB", "web dns none" },
        { "ENI-ID : 'eni-web'", "web dns none" },
        { "\"eni-id\":\"eni-web\"", "web dns none" },
        { "eni-id = eni-web", "web dns none" },
        { "eni-id != eni-web", "probe six skip" },
        { "eni-id <> eni-web", "probe six skip" },
        { "action: reject", "probe" },
        { "direction: 'in'", "dns probe" },
        { "direction: in", "dns probe" },
        { "direction: (in or out)", "web dns probe" },
        { "type: ipv6", "six" },
        { "log-status: skipdata", "skip" },
        { "log_status: OK", "web dns probe six" },
        { "rule-id: \"drop default\"", "probe" },
        { "rule-id: drop", "probe" },
        { "rule-id: sgr-1", "web dns" },
        { "skip-reason: full", "skip" },
        { "icmp: 8/0", "probe" },
        { "icmp: \"8/0\"", "probe" },
        { "icmp: 0/8", "" },

        // Operators.
        { "eni-id: eni-web action: accept", "web dns" },
        { "eni-id: eni-web and action: accept", "web dns" },
        { "eni-id: eni-web AND NOT action: accept", "" },
        { "eni-id: eni-web not dstport: 53", "web" },
        { "dstport: 53 or action: reject", "dns probe" },
        { "dstport: 53 OR action: reject and direction: out", "dns" },
        { "(dstport: 53 or action: reject) and direction: in", "dns probe" },
        { "not dstport: 53 and direction: in", "probe" },
        { "not (dstport: 53 and direction: in)", "web probe six" },
        { "not not action: reject", "probe" },
        { "dstport: (53 or 443)", "web dns" },
        { "dstport: (not 53)", "web probe six" },
        { "dstport: (> 53 and < 1000)", "web" },
        { "dstport: (not (53 or 443) and not 0)", "six" },

        // Wildcards.
        { "eni-id: eni-*", "web dns probe six none skip" },
        { "eni-id: e?i-?b", "probe six skip" },
        { "rule-id: sgr-*", "web dns six" },
        { "rule-id: sgr-?", "web dns" },
        { "rule-id: def*", "probe" },
        { "action: acc*", "web dns" },
        { "srcaddr: 10.0.0.*", "web dns" },
        { "srcaddr: 10.0.0.1*", "web dns" },
        { "srcaddr: 10.0.0.1?", "dns" },
        { "srcaddr: 10.*.12", "dns" },
        { "srcaddr: 10.*.*", "web dns" },
        { "srcaddr: 2001:DB8:*", "six" },
        { "dstport: 4*", "web" },
        { "dstport: 5?", "dns" },
        { "dstport: 5*", "dns six" },
        { "dstport: 5*0", "six" },
        { "dstport: 0*", "probe" },
        { "icmp: 8/*", "probe" },

        // No value.
        { "vm-id: *", "web" },
        { "not vm-id: *", "dns probe six none skip" },
        { "vm-id: \"\"", "dns probe six none skip" },
        { "vm-id: -", "dns probe six none skip" },
        { "not vm-id: i-1", "" },
        { "action: *", "web dns probe" },
        { "not action: *", "six none skip" },
        { "not action: reject", "web dns" },
        { "dstport: *", "web dns probe six" },
        { "dstport: ''", "none skip" },
        { "start: *", "web dns probe six none skip" },

        // Numbers, ports, protocols, flags, times.
        { "bytes > 252", "web six" },
        { "bytes >= 252", "web probe six" },
        { "bytes: < 252", "dns" },
        { "bytes <= 252", "dns probe" },
        { "bytes = 252", "probe" },
        { "bytes: 252.0", "probe" },
        { "bytes > 251.5", "web probe six" },
        { "bytes > -1", "web dns probe six" },
        { "bytes >= 1.5k", "web six" },
        { "bytes >= 1KiB", "web six" },
        { "bytes: 3MB", "six" },
        { "bytes > 9223372036854775807", "" },
        { "bytes < 99999999999999999999999999999999", "web dns probe six" },
        { "bytes in [80 252]", "dns probe" },
        { "bytes in (80 252]", "probe" },
        { "bytes in [80, 252)", "dns" },
        { "bytes in (80 252)", "" },
        { "bytes in (80, 252)", "dns probe" },
        { "bytes: [80 252]", "dns probe" },
        { "dstport in (domain, HTTPS, 50000)", "web dns six" },
        { "dstport in (53 or 443)", "web dns" },
        { "dstport in (53)", "dns" },
        { "not dstport in (53, 443)", "probe six" },
        { "srcaddr in (10.0.0.1, 2001:db8::/32)", "web six" },
        { "action in (reject)", "probe" },
        { "dstport: https", "web" },
        { "dstport: Dns", "dns" },
        { "port: https", "web six" },
        { "port: (53 or 50000)", "dns six" },
        { "port > 40000", "six" },
        { "protocol: tcp", "web six" },
        { "protocol: 17", "dns" },
        { "protocol: (icmp or UDP)", "dns probe" },
        { "tcp-flags: syn", "web six" },
        { "tcp-flags: syn+ack", "web" },
        { "tcp-flags: syn,ACK", "web" },
        { "tcp-flags: \"syn ack\"", "web" },
        { "tcp-flags: 2", "six" },
        { "tcp-flags: (syn and not ack)", "six" },
        { "traffic_path: 0", "web dns probe six" },
        { "traffic-path: 0", "web dns probe six" },
        { "rule-version: 3", "web" },
        { "start >= 1767229200", "probe six none skip" },
        { "__time__ < 1767229200", "web dns" },
        { "start >= \"2026-01-01T01:00:00Z\"", "probe six none skip" },
        { "start >= 2026-01-01T01:00:00Z", "probe six none skip" },
        { "start >= '2026-01-01 09:00:00+08:00'", "probe six none skip" },
        { "end < \"2026-01-01 00:01\"", "web" },
        { "start in [\"2026-01-01\" 2026-01-01T00:01)", "web" },
        { "start > 2026-01-01T00:00:59.5Z and start < '2026-01-01T00:01:00.5'", "dns" },

        // Addresses.
        { "srcaddr: 10.0.0.0/8", "web dns" },
        { "srcaddr: 10.0.0.99/24", "web dns" },
        { "srcaddr: 10.0.0.1", "web" },
        { "srcaddr: 2001:db8::/32", "six" },
        { "srcaddr:2001:0DB8:0:0:0:0:0:1", "six" },
        { "dstaddr: fe80::/10", "six" },
        { "dstaddr:fe80:*", "six" },
        { "dstaddr:fe80::*", "six" },
        { "'dstaddr':fe80::53", "six" },
        { "dstaddr: (10.0.0.53 or fe80:*)", "dns six" },
        { "srcaddr: (10.0.0.0/8 and not 10.0.0.1)", "dns" },
        { "host: 10.0.1.0/24", "probe" },
        { "host: 10.0.0.0/8", "web dns probe" },
        { "not host: 10.0.0.0/8", "six" },
        { "host: 10.0.0.5*", "dns" },
        { "host: *", "web dns probe six" },
        { "not host: *", "none skip" },

        // Full text.
        { "REJECT", "probe" },
        { "reject", "probe" },
        { "cn-hangzhou", "web dns none" },
        { "cn", "" },
        { "hangzhou", "" },
        { "buffer", "skip" },
        { "\"full buffer\"", "skip" },
        { "buffer full", "skip" },
        { "buff*", "skip" },
        { "10.0.0.1", "web" },
        { "10.0.0.0/8", "web dns probe" },
        { "\"10.0.0.0/8\"", "web dns probe" },
        { "10.0.0.*", "web dns" },
        { "2001:db8::1", "six" },
        { "fe80::/16", "six" },
        { "2001:db8:*", "six" },
        { "443", "web six" },
        { "0443", "" },
        { "44?", "web six" },
        { "nodata", "none" },
        { "IPv?", "web dns probe six" },
        { "not reject", "web dns six none skip" },
        { "not 10.0.0.0/8", "six none skip" },
        { "eni-web 443", "web" },
        { "eni-db or 53", "dns probe six skip" },
        { "i-1", "web" },
        { "8/0", "probe" },
        { "-", "" },
        { "in", "dns probe" },
        { "in out", "" },
        { "action", "" },
        { "\"and\"", "" },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public void ASearch_FindsItsRecords(string search, string expected) =>
        Assert.Equal(expected, string.Join(' ', Found.In(Records, search).Select(row => Names[row])));

    [Fact]
    public void Quotes_TakeEveryLetter()
    {
        FlowRecord[] records = [new() { RuleId = "a\"b\\c" }, new() { RuleId = "it's" }, new() { RuleId = "a*" }, new() { RuleId = "ab" }, new() { RuleId = "a|b" }];

        Assert.Equal([0], Found.In(records, """rule-id: "a\"b\\c" """));
        Assert.Equal([1], Found.In(records, """rule-id: "it's" """));
        Assert.Equal([1], Found.In(records, """rule-id: 'it\'s' """));
        Assert.Equal([2], Found.In(records, "rule-id: 'a*'"));
        Assert.Equal([0, 2, 3, 4], Found.In(records, "rule-id: a*"));
        Assert.Equal([4], Found.In(records, "'a|b'"));
    }

    [Fact]
    public void AChunkWithoutAColumn_HasNoValuesOfIt()
    {
        var rows = new FlowColumns(2);
        rows.Set(FlowFields.DestinationPort, [53, 80]);
        var chunk = ChunkEncoder.Encode(rows);
        Assert.Single(chunk.Columns);

        Assert.Equal([1], Found.In(chunk, "dstport: http and not region: *"));
        Assert.Equal([0, 1], Found.In(chunk, "srcaddr: 0.0.* and not host: 10.*"));
        Assert.Equal([0], Found.In(chunk, "not 80"));
    }
}
