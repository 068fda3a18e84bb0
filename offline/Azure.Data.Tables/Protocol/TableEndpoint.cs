using System.Net;

namespace Azure.Data.Tables.Protocol;

/// <summary>Where an account's Table service is.</summary>
/// <param name="Uri">The service, with the account in the path where the host does not name it.</param>
internal sealed record TableEndpoint(Uri Uri)
{
    private readonly string _base = Uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";

    /// <summary>The account's name, of the path (an emulator's address) or of the host.</summary>
    public string AccountName => IsPathStyle ? Uri.AbsolutePath.Split('/')[1] : Uri.Host.Split('.')[0];

    private bool IsPathStyle => IPAddress.TryParse(Uri.Host.Trim('[', ']'), out _) || !Uri.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>A resource of the service.</summary>
    /// <param name="path">Escaped, without a slash at its start.</param>
    public Uri Resource(string path) => new(_base + path);

    /// <summary>The path of a table.</summary>
    public static string Table(string name) => $"Tables('{Uri.EscapeDataString(FilterLiteral.Escape(name))}')";

    /// <summary>The path of an entity.</summary>
    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"{Uri.EscapeDataString(table)}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key) => Uri.EscapeDataString(FilterLiteral.Escape(key));
}
