#nullable disable annotations // as the official package, so that the same callers compile with either

using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>One table of a storage account. Only <see cref="TableEntity"/> is taken and given as an entity.</summary>
public partial class TableClient
{
    private readonly TableConnection _service;
    private readonly EntityRequests _entities;

    /// <summary>For tests that put their own answers in its place.</summary>
    protected TableClient()
    {
    }

    /// <summary>Connects by a connection string.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Connects by a connection string.</summary>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableConnection.Open(connectionString, options), tableName)
    {
    }

    /// <summary>Connects with the account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>Connects with the account's key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableConnection.Open(endpoint, credential, options), tableName)
    {
    }

    /// <summary>Connects as the identity of the credential; the endpoint must be https.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableConnection.Open(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _service = service;
        _entities = new EntityRequests(service, tableName);
        Name = tableName;
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The storage account.</summary>
    public virtual string AccountName => _service.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => _service.Endpoint.Resource(Name);

    /// <summary>An OData filter with each argument quoted for its type.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Format(filter);

    /// <summary>Creates the table; 409 TableAlreadyExists is an error.</summary>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_service, Name, mayExist: false, cancellationToken);

    /// <summary>Creates the table; the raw response has status 409 if there was one.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(_service, Name, mayExist: true, cancellationToken);

    /// <summary>Deletes the table; the response has status 404 if there was none.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableRequests.DeleteAsync(_service, Name, cancellationToken);
}
