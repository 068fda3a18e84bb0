using System.Globalization;
using System.Text;

namespace FlowLog.Tests.Imports;

/// <summary>Logs of many records, from a seed.</summary>
internal static class SomeLogs
{
    public static TheoryData<string, byte[]> All() => new()
    {
        { "VNet", Logs.Bytes(Azure(1, 12, isNsg: false)) },
        { "NSG", Logs.Bytes(Azure(2, 12, isNsg: true)) },
        { "AWS", Logs.Bytes(Aws(3, 60)) },
    };

    public static string Azure(int seed, int records, bool isNsg)
    {
        var random = new Random(seed);
        var text = new StringBuilder("{\"records\":[");
        for (var record = 0; record < records; record++)
        {
            var tuples = Enumerable.Range(0, random.Next(5)).Select(_ => isNsg ? NsgTuple(random) : VNetTuple(random)).ToArray();
            var whole = isNsg ? Logs.Nsg(2, tuples) : Logs.VNet(tuples);
            var inner = whole["{\"records\":[".Length..^2];
            text.Append(record == 0 ? "" : ",").Append(inner);
        }

        return text.Append("]}").ToString();
    }

    public static string Aws(int seed, int lines)
    {
        var random = new Random(seed);
        var text = new StringBuilder("version interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n");
        for (var line = 0; line < lines; line++)
        {
            text.Append(random.Next(8) == 0
                ? "5 eni-1 - - - - - - - 1418530010 1418530070 - NODATA\n"
                : string.Create(CultureInfo.InvariantCulture, $"5 eni-{random.Next(3)} 10.0.0.{random.Next(256)} 10.0.1.9 {random.Next(65536)} 443 6 {random.Next(100)} {random.Next(9000)} 1418530010 1418530070 ACCEPT OK\n"));
        }

        return text.ToString();
    }

    private static string VNetTuple(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"{1709287200000 + random.Next(3600000)},10.0.0.{random.Next(256)},10.0.1.9,{random.Next(65536)},443,6,{"IO"[random.Next(2)]},{"BCED"[random.Next(4)]},NX,{random.Next(3)},{random.Next(3)},{random.Next(3)},{random.Next(3)}");

    private static string NsgTuple(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"{1709287200 + random.Next(3600)},10.0.0.{random.Next(256)},10.0.1.9,{random.Next(65536)},443,T,{"IO"[random.Next(2)]},{"AD"[random.Next(2)]},{"BCE"[random.Next(3)]},{random.Next(3)},{random.Next(3)},{random.Next(3)},{random.Next(3)}");
}
