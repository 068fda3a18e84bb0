using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

/// <summary>Foreign flow logs as bytes, and what a reader made of one.</summary>
internal static class Logs
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] bytes)
    {
        var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return result.ToArray();
    }

    public static Task<LogReading> ReadAsync(string text) => ReadAsync(new MemoryStream(Bytes(text)));

    public static Task<LogReading> ReadAsync(byte[] bytes) => ReadAsync(new MemoryStream(bytes));

    public static async Task<LogReading> ReadAsync(Stream stream, long resumeAt = 0)
    {
        var reader = await FlowImportReader.OpenAsync(stream, resumeAt, CancellationToken.None);
        var flows = new List<ImportedFlow>();
        while (await reader.ReadAsync(CancellationToken.None))
            flows.Add(reader.Current);
        Assert.False(await reader.ReadAsync(CancellationToken.None));
        return new(flows, reader);
    }

    /// <summary>What counts of a flow, on one line.</summary>
    public static string Text(ImportedFlow flow) => string.Create(
        CultureInfo.InvariantCulture,
        $"{flow.FirstNanoseconds / 1_000_000} {flow.Direction} {flow.Action} {flow.Flow.Protocol} {flow.Flow.Source} {flow.Flow.SourcePort} {flow.Flow.Destination} {flow.Flow.DestinationPort} {flow.Packets} {flow.Bytes} {flow.RuleId} {flow.Interface}");

    /// <summary>A VNet flow log of one record with these tuples under one rule.</summary>
    public static string VNet(params string[] tuples) =>
        $$$"""{"records":[{"time":"2024-03-01T10:00:58.1234567Z","flowLogVersion":4,"flowLogGUID":"g","macAddress":"002248B2D3E4","category":"FlowLogFlowEvent","flowLogResourceID":"/X","targetResourceID":"/Y","operationName":"FlowLogFlowEvent","flowRecords":{"flows":[{"aclID":"a","flowGroups":[{"rule":"UserRule_web","flowTuples":[{{{Quoted(tuples)}}}]}]}]}}]}""";

    /// <summary>An NSG flow log of one record with these tuples under one rule.</summary>
    public static string Nsg(int version, params string[] tuples) =>
        $$$"""{"records":[{"time":"2024-03-01T10:00:58.1234567Z","systemId":"s","macAddress":"000D3AF87856","category":"NetworkSecurityGroupFlowEvent","resourceId":"/X","operationName":"NetworkSecurityGroupFlowEvents","properties":{"Version":{{{version}}},"flows":[{"rule":"DefaultRule_AllowVnetOutBound","flows":[{"mac":"000D3AF87856","flowTuples":[{{{Quoted(tuples)}}}]}]}]}}]}""";

    private static string Quoted(string[] tuples) => string.Join(',', tuples.Select(tuple => $"\"{tuple}\""));
}
