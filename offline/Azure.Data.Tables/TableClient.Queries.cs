#nullable disable annotations // as the official package, so that the same callers compile with either

using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Reads an entity; 404 is an error.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key there.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync<T>(partitionKey, rowKey, select, mayBeAbsent: false, cancellationToken);
        return Response.FromValue(Answer.Read(response, ReadEntity<T>), response);
    }

    /// <summary>Reads an entity; without a value if there is none.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key there.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync<T>(partitionKey, rowKey, select, mayBeAbsent: true, cancellationToken);
        return response.Status == 404
            ? new NoValueResponse<T>(response)
            : Response.FromValue(Answer.Read(response, ReadEntity<T>), response);
    }

    /// <summary>The entities that a filter selects, in order of their keys. A continuation token can be kept and used by another client.</summary>
    /// <param name="filter">An OData filter; null for all entities.</param>
    /// <param name="maxPerPage">At most how many a request asks for; 1,000 if null.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        AssertReadable<T>();
        var columns = Columns(select);
        return new TablePages<T>(ReadPageAsync, maxPerPage, cancellationToken);

        async Task<Page<T>> ReadPageAsync(string continuationToken, int? top, CancellationToken cancellation)
        {
            var response = await _entities.QueryAsync(filter, columns, top, ContinuationToken.Parse(continuationToken), cancellation);
            var entities = (IReadOnlyList<T>)Answer.Read(response, EntityReader.ReadPage);
            return Page<T>.FromValues(entities, ContinuationToken.Of(response.Headers), response);
        }
    }

    private Task<Response> GetAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select, bool mayBeAbsent, CancellationToken cancellationToken)
    {
        AssertReadable<T>();
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return _entities.GetAsync(partitionKey, rowKey, Columns(select), mayBeAbsent, cancellationToken);
    }

    private static string Columns(IEnumerable<string> select) => select is null ? null : string.Join(',', select);

    private static T ReadEntity<T>(ReadOnlyMemory<byte> json) where T : class => (T)(object)EntityReader.Read(json);

    private static void AssertReadable<T>()
    {
        if (typeof(T) != typeof(TableEntity))
            throw new NotSupportedException($"This stand-in for Azure.Data.Tables reads TableEntity only, not {typeof(T)}.");
    }
}
