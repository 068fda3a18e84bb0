using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FlowLog.Benchmarks.Imports;

/// <summary>Foreign flow logs, invented from a seed: a quarter of the tuples begin flows, a quarter go on, a quarter end, a quarter are denied.</summary>
internal static class InventedLogs
{
    private const int Seed = 11;
    private const int TuplesOfRecord = 200;
    private const long Start = 1_767_603_600;

    public static InventedLog VNet(int tuples) => new("{\"records\":["u8.ToArray(), Records(tuples, VNetRecord), "]}"u8.ToArray(), tuples);

    public static InventedLog Nsg(int tuples) => new("{\"records\":["u8.ToArray(), Records(tuples, NsgRecord), "]}"u8.ToArray(), tuples);

    public static InventedLog Aws(int tuples)
    {
        const string header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n";
        var (random, text) = (new Random(Seed), new StringBuilder());
        for (var line = 0; line < tuples; line++)
        {
            var time = Start + random.Next(3600);
            text.Append(CultureInfo.InvariantCulture, $"2 123456789010 eni-{random.Next(64):D17} {Addresses(random, ' ')} 6 {random.Next(1, 2000)} {random.Next(60, 900_000)} {time} {time + 59} {(random.Next(4) == 0 ? "REJECT" : "ACCEPT")} OK\n");
        }

        return new(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(text.ToString()), [], tuples);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return result.ToArray();
    }

    /// <summary>Records with a comma behind each, so that they can be repeated; readers take it.</summary>
    private static byte[] Records(int tuples, Action<StringBuilder, Random, int> record)
    {
        var (random, text) = (new Random(Seed), new StringBuilder());
        for (var left = tuples; left > 0; left -= TuplesOfRecord)
            record(text, random, Math.Min(left, TuplesOfRecord));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void VNetRecord(StringBuilder text, Random random, int tuples)
    {
        text.Append("{\"time\":\"2026-01-05T09:00:58.1234567Z\",\"flowLogVersion\":4,\"flowLogGUID\":\"abcdef\",\"macAddress\":\"002248B2D3E4\",\"category\":\"FlowLogFlowEvent\",\"flowRecords\":{\"flows\":[{\"aclID\":\"a\",\"flowGroups\":[{\"rule\":\"UserRule_web\",\"flowTuples\":[");
        for (var tuple = 0; tuple < tuples; tuple++)
        {
            var state = "BCED"[random.Next(4)];
            text.Append(tuple == 0 ? "\"" : ",\"").Append(CultureInfo.InvariantCulture, $"{(Start * 1000) + random.Next(3_600_000)},{Addresses(random, ',')},6,{"IO"[random.Next(2)]},{state},NX,{Counters(random, state, "0,0,0,0")}\"");
        }

        text.Append("]}]}]}},");
    }

    private static void NsgRecord(StringBuilder text, Random random, int tuples)
    {
        text.Append("{\"time\":\"2026-01-05T09:00:58.1234567Z\",\"systemId\":\"s\",\"macAddress\":\"000D3AF87856\",\"category\":\"NetworkSecurityGroupFlowEvent\",\"properties\":{\"Version\":2,\"flows\":[{\"rule\":\"UserRule_web\",\"flows\":[{\"mac\":\"000D3AF87856\",\"flowTuples\":[");
        for (var tuple = 0; tuple < tuples; tuple++)
        {
            var state = "BCED"[random.Next(4)];
            text.Append(tuple == 0 ? "\"" : ",\"").Append(CultureInfo.InvariantCulture, $"{Start + random.Next(3600)},{Addresses(random, ',')},T,{"IO"[random.Next(2)]},{(state == 'D' ? "D,B" : $"A,{state}")},{Counters(random, state, ",,,")}\"");
        }

        text.Append("]}]}]}},");
    }

    private static string Addresses(Random random, char joint) => string.Create(
        CultureInfo.InvariantCulture,
        $"10.0.{random.Next(256)}.{random.Next(256)}{joint}203.0.{random.Next(256)}.{random.Next(256)}{joint}{random.Next(1024, 65536)}{joint}443");

    private static string Counters(Random random, char state, string none) => state is 'B' or 'D'
        ? none
        : string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 2000)},{random.Next(60, 900_000)},{random.Next(1, 2000)},{random.Next(60, 900_000)}");
}
