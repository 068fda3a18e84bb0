#nullable disable annotations // as the official package, so that the same callers compile with either

using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>The tables of a storage account.</summary>
public class TableServiceClient
{
    private readonly TableConnection _service;

    /// <summary>For tests that put their own answers in its place.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>Connects by a connection string.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Connects by a connection string.</summary>
    public TableServiceClient(string connectionString, TableClientOptions options = null) =>
        _service = TableConnection.Open(connectionString, options);

    /// <summary>Connects with the account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Connects with the account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _service = TableConnection.Open(endpoint, credential, options);

    /// <summary>Connects as the identity of the credential; the endpoint must be https.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _service = TableConnection.Open(endpoint, tokenCredential, options);

    /// <summary>The storage account.</summary>
    public virtual string AccountName => _service.AccountName;

    /// <summary>The Table service's address.</summary>
    public virtual Uri Uri => _service.Endpoint.Uri;

    /// <summary>An OData filter with each argument quoted for its type.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Format(filter);

    /// <summary>A client of one table, with this client's connection. Nothing is sent.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_service, tableName);

    /// <summary>Creates a table; 409 TableAlreadyExists is an error.</summary>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_service, Required(tableName), mayExist: false, cancellationToken);

    /// <summary>Creates a table; the raw response has status 409 if there was one.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_service, Required(tableName), mayExist: true, cancellationToken);

    /// <summary>Deletes a table; the response has status 404 if there was none.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableRequests.DeleteAsync(_service, Required(tableName), cancellationToken);

    /// <summary>The account's tables, in order of their names.</summary>
    /// <param name="filter">An OData filter on TableName; null for all.</param>
    /// <param name="maxPerPage">At most how many a request asks for; 1,000 if null.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public virtual AsyncPageable<TableItem> QueryAsync(string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePages<TableItem>(
            (token, top, cancellation) => TableRequests.QueryAsync(_service, filter, top, token, cancellation), maxPerPage, cancellationToken);

    private static string Required(string tableName)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return tableName;
    }
}
