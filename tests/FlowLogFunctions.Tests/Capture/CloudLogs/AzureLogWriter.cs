using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace FlowLogFunctions.Tests.Capture.CloudLogs;

/// <summary>Writes a blob as Azure does: a block of 12 bytes, one of 2 bytes, and before that each time a block of one record more.</summary>
internal sealed class AzureLogWriter(BlobServiceClient service, string container, string name)
{
    private const string VNetContainer = "insights-logs-flowlogflowevent";
    private const string NsgContainer = "insights-logs-networksecuritygroupflowevent";

    private readonly List<string> _blocks = [];

    private BlockBlobClient Blob => service.GetBlobContainerClient(container).GetBlockBlobClient(name);

    /// <summary>The blob of the hour that holds a time, named as Azure's portal does.</summary>
    public static AzureLogWriter VNet(BlobServiceClient service, long time, string mac) => new(
        service, VNetContainer,
        $"flowLogResourceID=/0f0f_NETWORKWATCHERRG/NETWORKWATCHER_WESTEUROPE_{mac}/{Hour(time)}/macAddress={mac}/PT1H.json");

    /// <summary>The same in the other layout.</summary>
    public static AzureLogWriter VNetById(BlobServiceClient service, long time, string mac) => new(
        service, VNetContainer,
        $"flowLogResourceID=/SUBSCRIPTIONS/0f0f/RESOURCEGROUPS/NETWORKWATCHERRG/PROVIDERS/MICROSOFT.NETWORK/NETWORKWATCHERS/NW/FLOWLOGS/{mac}/{Hour(time).ToUpperInvariant()}/MACADDRESS={mac}/PT1H.json");

    public static AzureLogWriter Nsg(BlobServiceClient service, long time, string mac) => new(
        service, NsgContainer,
        $"resourceId=/SUBSCRIPTIONS/0f0f/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.NETWORK/NETWORKSECURITYGROUPS/NSG/{Hour(time)}/macAddress={mac}/PT1H.json");

    /// <summary>A record of a VNet flow log.</summary>
    public static string Record(string mac, string rule, params string[] tuples) =>
        $$$"""{"time":"2024-03-01T10:00:58.1234567Z","flowLogVersion":4,"macAddress":"{{{mac}}}","category":"FlowLogFlowEvent","flowRecords":{"flows":[{"aclID":"a","flowGroups":[{"rule":"{{{rule}}}","flowTuples":[{{{Quoted(tuples)}}}]}]}]}}""";

    /// <summary>A record of an NSG flow log.</summary>
    public static string NsgRecord(string mac, string rule, params string[] tuples) =>
        $$$"""{"time":"x","macAddress":"{{{mac}}}","category":"NetworkSecurityGroupFlowEvent","properties":{"Version":2,"flows":[{"rule":"{{{rule}}}","flows":[{"mac":"{{{mac}}}","flowTuples":[{{{Quoted(tuples)}}}]}]}]}}""";

    public async Task AddAsync(string record)
    {
        await service.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        if (_blocks.Count == 0)
            _blocks.AddRange([await StageAsync("{\"records\":["), await StageAsync("]}")]);
        _blocks.Insert(_blocks.Count - 1, await StageAsync((_blocks.Count > 2 ? "," : "") + record));
        await Blob.CommitBlockListAsync(_blocks);
    }

    /// <summary>Writes all anew, in other blocks.</summary>
    public async Task ReplaceAsync(params string[] records)
    {
        _blocks.Clear();
        await Blob.DeleteIfExistsAsync();
        foreach (var record in records)
            await AddAsync(record);
    }

    /// <summary>Writes all anew, in one piece.</summary>
    public Task PutAsync(params string[] records) =>
        PutBytesAsync(Encoding.UTF8.GetBytes("{\"records\":[\r\n" + string.Join(",\r\n", records) + "\r\n]}"));

    /// <summary>Writes anything in place of a log.</summary>
    public async Task PutBytesAsync(byte[] content)
    {
        await service.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        await Blob.UploadAsync(new MemoryStream(content));
    }

    private static string Hour(long time) =>
        DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime.ToString("'y='yyyy'/m='MM'/d='dd'/h='HH'/m=00'", CultureInfo.InvariantCulture);

    private static string Quoted(string[] tuples) => string.Join(',', tuples.Select(tuple => $"\"{tuple}\""));

    private async Task<string> StageAsync(string text)
    {
        var id = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        await Blob.StageBlockAsync(id, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return id;
    }
}
