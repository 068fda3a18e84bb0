using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>Rows of control: accounts, inventory, flow logs, cursors. Each is a JSON value under a key of <see cref="ControlKeys"/>.</summary>
internal sealed class ControlTable(StorageClients storage)
{
    public const string Name = "flowlogcontrol";

    private const string Writer = "writer";
    private const int WriterBytes = 8;

    private readonly TableClient _table = storage.Tables.GetTableClient(Name);

    /// <summary>Makes the table where it is missing; done once at start.</summary>
    public Task CreateAsync(CancellationToken cancellation) => _table.CreateIfNotExistsAsync(cancellation);

    public async Task<Stored<T>?> FindAsync<T>(string partition, string row, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? ControlRow.Read<T>(found.Value!) : null;
    }

    /// <summary>Adds a row; null if the key is taken.</summary>
    public async Task<Stored<T>?> AddAsync<T>(string partition, string row, T value, CancellationToken cancellation)
    {
        var (entity, writer) = Signed(ControlRow.Write(partition, row, value));
        try
        {
            var added = await _table.AddEntityAsync(entity, cancellation);
            return new(row, value, added.Headers.ETag.ToString()!);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return await OwnAsync(partition, row, value, writer, cancellation);
        }
    }

    /// <summary>Replaces a row if it is still the version of <paramref name="etag"/>; null if it is not, or is gone.</summary>
    public async Task<Stored<T>?> ReplaceAsync<T>(string partition, string row, T value, string etag, CancellationToken cancellation)
    {
        var (entity, writer) = Signed(ControlRow.Write(partition, row, value));
        try
        {
            var replaced = await _table.UpdateEntityAsync(entity, new ETag(etag), TableUpdateMode.Replace, cancellation);
            return new(row, value, replaced.Headers.ETag.ToString()!);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return await OwnAsync(partition, row, value, writer, cancellation);
        }
    }

    /// <summary>Writes a row whatever is there.</summary>
    public Task PutAsync<T>(string partition, string row, T value, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(ControlRow.Write(partition, row, value), TableUpdateMode.Replace, cancellation);

    /// <summary>
    /// Removes a row if it is still the version of <paramref name="etag"/> (null: any); false if it is another, or none was there. A row that was
    /// read, and is gone, has been removed: by this call, if its first answer was lost.
    /// </summary>
    public async Task<bool> RemoveAsync(string partition, string row, string? etag, CancellationToken cancellation)
    {
        try
        {
            var removed = await _table.DeleteEntityAsync(partition, row, etag is null ? ETag.All : new ETag(etag), cancellation);
            return removed.Status != 404 || etag is not null;
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            return false;
        }
    }

    /// <summary>All rows whose key begins with <paramref name="prefix"/>, in the order of their keys.</summary>
    public async IAsyncEnumerable<Stored<T>> AllAsync<T>(
        string partition, string prefix, [EnumeratorCancellation] CancellationToken cancellation, string? after = null)
    {
        var from = after is null ? prefix : prefix + after;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {End(prefix)}");
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return ControlRow.Read<T>(entity);
    }

    /// <summary>A page of the rows below <paramref name="prefix"/> that fit <paramref name="where"/>; the cursor is the last key.</summary>
    public async Task<Hosting.Page<Stored<T>>> PageAsync<T>(
        string partition, string prefix, PageRequest page, CancellationToken cancellation, Func<T, bool>? where = null)
    {
        var items = new List<Stored<T>>();
        await foreach (var row in AllAsync<T>(partition, prefix, cancellation, page.After))
        {
            if (where?.Invoke(row.Value) == false)
                continue;
            if (items.Count == page.Limit)
                return new(items, PageRequest.Seal(items[^1].Row[prefix.Length..]));
            items.Add(row);
        }

        return new(items, null);
    }

    /// <summary>The entity with a mark of this one call, by which it is known again.</summary>
    private static (TableEntity Entity, string Writer) Signed(TableEntity entity)
    {
        var writer = Convert.ToHexString(RandomNumberGenerator.GetBytes(WriterBytes));
        entity[Writer] = writer;
        return (entity, writer);
    }

    /// <summary>
    /// What a refused call wrote after all: the client repeats a call whose answer was lost, and is refused if the first one took effect. Null if the
    /// row is somebody else's.
    /// </summary>
    private async Task<Stored<T>?> OwnAsync<T>(string partition, string row, T value, string writer, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, [Writer], cancellation);
        return found.HasValue && found.Value!.GetString(Writer) == writer ? new(row, value, found.Value.ETag.ToString()) : null;
    }

    /// <summary>The key after every key that begins with the prefix; keys are letters, digits and <c>- _ . |</c>, so all are below a tilde.</summary>
    private static string End(string prefix) => prefix.Length == 0 ? "~" : prefix[..^1] + (char)(prefix[^1] + 1);
}
