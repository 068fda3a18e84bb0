using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Protocol;

/// <summary>Requests that concern whole tables.</summary>
internal static class TableRequests
{
    public static async Task<Response<TableItem>> CreateAsync(
        TableConnection service, string name, bool mayExist, CancellationToken cancellationToken)
    {
        var message = service.Request(RequestMethod.Post, "Tables", mayExist ? TableStatus.CreatedOrConflict : TableStatus.Created);
        message.Request.Headers.SetValue("Content-Type", TableHeaders.Json);
        message.Request.Headers.SetValue("Prefer", TableHeaders.ReturnNoContent);
        message.Request.Content = NameOf(name);
        var response = await service.SendAsync(message, cancellationToken);
        if (response.Status == 409) ThrowIfBeingDeleted(response);
        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>Deletes a table; it is no error that there is none.</summary>
    public static Task<Response> DeleteAsync(TableConnection service, string name, CancellationToken cancellationToken) =>
        service.SendAsync(service.Request(RequestMethod.Delete, TableEndpoint.Table(name), TableStatus.DeletedOrNotFound), cancellationToken);

    public static async Task<Page<TableItem>> QueryAsync(
        TableConnection service, string? filter, int? top, string? continuationToken, CancellationToken cancellationToken)
    {
        var message = service.Request(RequestMethod.Get, "Tables", TableStatus.Read);
        if (filter is not null) message.Request.Uri.AppendQuery("$filter", filter);
        if (top is { } limit) message.Request.Uri.AppendQuery("$top", limit.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(continuationToken)) message.Request.Uri.AppendQuery("NextTableName", continuationToken);
        var response = await service.SendAsync(message, cancellationToken);
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues(Answer.Read(response, ReadNames), next, response);
    }

    // A table that is going away exists no more and cannot be made yet: 409 too, but nothing that "if not exists" covers.
    private static void ThrowIfBeingDeleted(Response response)
    {
        var failure = new RequestFailedException(response);
        if (failure.ErrorCode == "TableBeingDeleted") throw failure;
    }

    private static RequestBody NameOf(string name)
    {
        var body = new RequestBody(256);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("TableName", name);
        json.WriteEndObject();
        return body;
    }

    private static List<TableItem> ReadNames(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()!))];
    }
}
