using System.Text;

namespace Azure.Data.Tables.Protocol;

/// <summary>Writes an entity group transaction as multipart/mixed: one change set, each action a request in it.</summary>
internal sealed class TransactionBody(TableEndpoint endpoint, string table)
{
    private readonly string _batch = "batch_" + Guid.NewGuid();
    private readonly string _changeSet = "changeset_" + Guid.NewGuid();

    /// <summary>The type of the whole, with its boundary.</summary>
    public string ContentType => "multipart/mixed; boundary=" + _batch;

    /// <summary>Writes all actions into one body.</summary>
    public RequestBody Write(IReadOnlyList<TableTransactionAction> actions)
    {
        var body = new RequestBody((int)Math.Min(512 + actions.Sum(EstimateOf), Array.MaxLength));
        Text(body, $"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changeSet}\r\n\r\n");
        foreach (var action in actions) WriteAction(body, action);
        Text(body, $"--{_changeSet}--\r\n\r\n--{_batch}--\r\n");
        return body;
    }

    private static long EstimateOf(TableTransactionAction action) =>
        768L + (action.ActionType == TableTransactionActionType.Delete ? 0 : EntityWriter.Estimate(action.Entity));

    private void WriteAction(RequestBody body, TableTransactionAction action)
    {
        Text(body, $"--{_changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Text(body, $"{RequestLine(action)} HTTP/1.1\r\nAccept: {TableHeaders.MinimalMetadata}\r\nDataServiceVersion: 3.0\r\n");
        if (IfMatch(action) is { } etag) Text(body, $"If-Match: {etag}\r\n");
        if (action.ActionType == TableTransactionActionType.Add) Text(body, $"Prefer: {TableHeaders.ReturnNoContent}\r\n");
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Text(body, "\r\n");
            return;
        }

        Text(body, $"Content-Type: {TableHeaders.Json}\r\n\r\n");
        EntityWriter.Write(body, action.Entity);
        Text(body, "\r\n");
    }

    private string RequestLine(TableTransactionAction action)
    {
        if (action.ActionType == TableTransactionActionType.Add) return "POST " + endpoint.Resource(Uri.EscapeDataString(table)).AbsoluteUri;
        var entity = endpoint.Resource(TableEndpoint.Entity(table, action.Entity.PartitionKey, action.Entity.RowKey)).AbsoluteUri;
        return action.ActionType switch
        {
            TableTransactionActionType.Delete => "DELETE " + entity,
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH " + entity,
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT " + entity,
            _ => throw new InvalidOperationException("Unknown request type."),
        };
    }

    // Without a version, an update is an upsert to the service, as it is with the official client.
    private static string? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => (action.ETag == default ? ETag.All : action.ETag).ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private static void Text(RequestBody body, string text) => Encoding.UTF8.GetBytes(text, body);
}
