using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Requests that concern the entities of one table.</summary>
internal sealed class EntityRequests(TableConnection service, string table)
{
    public Task<Response> AddAsync(ITableEntity entity, CancellationToken cancellationToken)
    {
        var message = service.Request(RequestMethod.Post, Uri.EscapeDataString(table), TableStatus.Created);
        message.Request.Headers.SetValue("Prefer", TableHeaders.ReturnNoContent);
        return SendEntityAsync(message, entity, cancellationToken);
    }

    /// <summary>Changes an entity; with the default ETag also one that does not exist yet.</summary>
    public Task<Response> PutAsync(ITableEntity entity, TableUpdateMode mode, ETag ifMatch, CancellationToken cancellationToken)
    {
        var path = TableEndpoint.Entity(table, entity.PartitionKey, entity.RowKey);
        var message = service.Request(MethodOf(mode), path, TableStatus.Changed);
        if (ifMatch != default) message.Request.Headers.SetValue("If-Match", ifMatch.ToString());
        return SendEntityAsync(message, entity, cancellationToken);
    }

    /// <summary>Deletes an entity; it is no error that there is none.</summary>
    public Task<Response> DeleteAsync(string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken)
    {
        var path = TableEndpoint.Entity(table, partitionKey, rowKey);
        var message = service.Request(RequestMethod.Delete, path, TableStatus.DeletedOrNotFound);
        message.Request.Headers.SetValue("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return service.SendAsync(message, cancellationToken);
    }

    public Task<Response> GetAsync(
        string partitionKey, string rowKey, string? select, bool mayBeAbsent, CancellationToken cancellationToken)
    {
        var path = TableEndpoint.Entity(table, partitionKey, rowKey);
        var message = service.Request(RequestMethod.Get, path, mayBeAbsent ? TableStatus.ReadOrNotFound : TableStatus.Read);
        if (select is not null) message.Request.Uri.AppendQuery("$select", select);
        return service.SendAsync(message, cancellationToken);
    }

    public Task<Response> QueryAsync(
        string? filter, string? select, int? top, ContinuationToken from, CancellationToken cancellationToken)
    {
        var message = service.Request(RequestMethod.Get, Uri.EscapeDataString(table) + "()", TableStatus.Read);
        var uri = message.Request.Uri;
        if (top is { } limit) uri.AppendQuery("$top", limit.ToString(CultureInfo.InvariantCulture));
        if (select is not null) uri.AppendQuery("$select", select);
        if (filter is not null) uri.AppendQuery("$filter", filter);
        if (from.NextPartitionKey is { } partition) uri.AppendQuery("NextPartitionKey", partition);
        if (from.NextRowKey is { } row) uri.AppendQuery("NextRowKey", row);
        return service.SendAsync(message, cancellationToken);
    }

    /// <summary>Does all actions or none, in the order given.</summary>
    /// <exception cref="TableTransactionFailedException">An action failed.</exception>
    public async Task<Response<IReadOnlyList<Response>>> TransactAsync(
        IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var transaction = new TransactionBody(service.Endpoint, table);
        var message = service.Request(RequestMethod.Post, "$batch", TableStatus.Accepted);
        message.Request.Headers.SetValue("Content-Type", transaction.ContentType);
        message.Request.Content = transaction.Write(actions);
        var response = await service.SendAsync(message, cancellationToken);
        var results = Answer.Read(response, body => TransactionAnswer.Read(response.Headers.ContentType, body));
        return results.FirstOrDefault(result => result.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(new RequestFailedException(failed, null, TableErrorParser.Instance))
            : Response.FromValue(results, response);
    }

    /// <summary>How an update goes over the wire.</summary>
    public static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for mode: {mode}", nameof(mode)),
    };

    private Task<Response> SendEntityAsync(HttpMessage message, ITableEntity entity, CancellationToken cancellationToken)
    {
        var body = new RequestBody(EntityWriter.Estimate(entity));
        EntityWriter.Write(body, entity);
        message.Request.Headers.SetValue("Content-Type", TableHeaders.Json);
        message.Request.Content = body;
        return service.SendAsync(message, cancellationToken);
    }
}
