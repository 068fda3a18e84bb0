using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Where the next page of a query over entities begins. As text, the two keys with a space between them.</summary>
internal readonly record struct ContinuationToken(string? NextPartitionKey, string? NextRowKey)
{
    private const string PartitionHeader = "x-ms-continuation-NextPartitionKey";
    private const string RowHeader = "x-ms-continuation-NextRowKey";

    /// <summary>The token that a page came with; null after the last.</summary>
    public static string? Of(ResponseHeaders headers)
    {
        headers.TryGetValue(PartitionHeader, out var partition);
        headers.TryGetValue(RowHeader, out var row);
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    /// <summary>Reads a token; null, and one with nothing in it, mean the first page.</summary>
    public static ContinuationToken Parse(string? token)
    {
        if (token is null || token.Length <= 1) return default;
        var parts = token.Split(' ', 2);
        return new(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }
}
