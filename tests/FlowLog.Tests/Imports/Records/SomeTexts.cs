using System.Text;
using FlowLog.Flows;
using FlowLog.Imports.Records;

namespace FlowLog.Tests.Imports.Records;

/// <summary>Texts of records, read whole.</summary>
internal static class SomeTexts
{
    public const string Aws = """
        2 123456789010 eni-1 10.0.0.1 192.0.2.7 443 40000 6 10 1000 1767225600 1767225659 ACCEPT OK
        2 123456789010 eni-1 2001:db8::1 2001:db8::2 0 0 58 1 80 1767225600 1767225601 REJECT OK
        2 123456789010 eni-2 - - - - - - - 1767225600 1767225659 - NODATA

        """;

    public const string Nfdump = """
        ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt,in,out,sas,das
        2026-01-01 11:59:21.999,2026-01-01 11:59:29,8.720,4.113.215.60,10.0.0.0,1119,3427,TCP,...AP..F,64,0,9,478,0,0,138,1,0,0
        2026-01-01 12:00:01,2026-01-01 12:00:01,0.000,2600::1,2a00::2,0,8.0,ICMP6,........,128,0,1,101,0,0,7,1,0,1
        Summary
        flows,bytes,packets,avg_bps,avg_pps,avg_bpp
        2,579,10,475,0,75

        """;

    /// <summary>This product's CSV, with all that may stand in it.</summary>
    public static string Own => string.Join(',', FlowFields.All) + "\n"
        + "1,1234,\"eni,\"\"a\"\"\",-,vsw-1,vpc-1,cn-hangzhou,IPv4,6,10.0.0.1,443,192.0.2.7,40000,out,ACCEPT,10,1000,1767225600,1767225659,27,OK,15,\"one\r\ntwo\",3,-,-,100,7\r\n"
        + "1,1234,eni-2,-,-,-,-,IPv4,-,-,-,-,-,-,-,-,-,1767225600,1767225659,-,SKIPDATA,-,-,0,overload,-,0,-\n";

    public static string Ndjson => """
        {"version":1,"eni-id":"eni\u002d1","srcaddr":"10.0.0.1","srcport":443,"dstaddr":"192.0.2.7","dstport":40000,"protocol":6,"direction":"in","action":"ACCEPT","packets":10,"bytes":1000,"start":1767225600,"end":1767225659,"log-status":"OK","rule-id":"a \"b\"","other":{"x":[1,2]},"icmp":null}

        """;

    public static async Task<(List<Dictionary<string, string>> Records, RecordReader Reader)> ReadAsync(Stream stream)
    {
        var reader = await RecordReader.OpenAsync(stream, CancellationToken.None);
        var records = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            do
                records.Add(Values(reader.Row));
            while (reader.TryRead());
        }

        Assert.Equal(records.Count, reader.Records);
        return (records, reader);
    }

    public static Task<(List<Dictionary<string, string>> Records, RecordReader Reader)> ReadAsync(string text) =>
        ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>What is set, by the fields' names.</summary>
    private static Dictionary<string, string> Values(RecordRow row) => FlowFields.All.Where(row.Has).ToDictionary(field => field.Name, field => field.Kind switch
    {
        FieldKind.Text => Encoding.UTF8.GetString(row.Text(field.Id)),
        FieldKind.Address => (field == FlowFields.Source ? row.Source : row.Destination).ToString(),
        FieldKind.Name => field.Names[(int)row.Number(field.Id)],
        _ => FormattableString.Invariant($"{row.Number(field.Id)}"),
    });
}
