using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Records of what was done in each account: a table a month (<c>audit202611</c>), so that old ones go whole, and in it a partition an account.
/// The key counts down from the end of time, so that the newest comes first.
/// </summary>
internal sealed class AuditTables(StorageClients storage)
{
    private const string Prefix = "audit";
    private const string MonthFormat = "yyyyMM";

    private static readonly string EntityAlreadyExists = TableErrorCode.EntityAlreadyExists.ToString();

    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    public async Task AddAsync<T>(string accountId, DateTimeOffset time, string eventId, T value, CancellationToken cancellation)
    {
        var name = Prefix + time.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);
        var entity = ControlRow.Write(accountId, $"{KeyOf(time)}|{eventId}", value);
        if (!_made.ContainsKey(name))
            await MakeAsync(name, cancellation);
        try
        {
            await storage.Tables.GetTableClient(name).AddEntityAsync(entity, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 409 && fault.ErrorCode == EntityAlreadyExists)
        {
            // The id is this record's alone: it was stored, and its answer lost.
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Dropped since, by hand or as its time was over.
            await MakeAsync(name, cancellation);
            await storage.Tables.GetTableClient(name).AddEntityAsync(entity, cancellation);
        }
    }

    /// <summary>An account's records of [from, to), the newest first.</summary>
    /// <param name="after">The row after which to begin; null for the first.</param>
    public async IAsyncEnumerable<Stored<T>> NewestFirstAsync<T>(
        string accountId, DateTimeOffset from, DateTimeOffset to, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A tilde is behind the separator: what happened at the end of the range is out, what happened at its start is in.
        var (first, last) = (KeyOf(to) + "~", KeyOf(from) + "~");
        if (string.CompareOrdinal(after, first) > 0)
            first = after;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {accountId} and RowKey gt {first} and RowKey lt {last}");
        foreach (var month in (await MonthsAsync(cancellation)).Where(month => month < to && month.AddMonths(1) > from).OrderDescending())
        {
            var rows = storage.Tables.GetTableClient(NameOf(month)).QueryAsync<TableEntity>(filter, cancellationToken: cancellation);
            await foreach (var entity in rows.OrNone(cancellation))
                yield return ControlRow.Read<T>(entity);
        }
    }

    /// <summary>The months that have a table, as the time of their start.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> MonthsAsync(CancellationToken cancellation)
    {
        var filter = TableServiceClient.CreateQueryFilter($"TableName gt {Prefix} and TableName lt {Prefix + "a"}");
        var months = new List<DateTimeOffset>();
        await foreach (var table in storage.Tables.QueryAsync(filter, cancellationToken: cancellation))
            months.Add(new(DateTime.ParseExact(table.Name[Prefix.Length..], MonthFormat, CultureInfo.InvariantCulture), TimeSpan.Zero));
        return months;
    }

    /// <summary>Drops a month; one that has gone is left.</summary>
    public async Task DropAsync(DateTimeOffset month, CancellationToken cancellation)
    {
        _made.TryRemove(NameOf(month), out _);
        try
        {
            await storage.Tables.DeleteTableAsync(NameOf(month), cancellation);
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            // Another worker was faster.
        }
    }

    private async Task MakeAsync(string name, CancellationToken cancellation)
    {
        await storage.Tables.CreateTableIfNotExistsAsync(name, cancellation);
        _made[name] = true;
    }

    private static string NameOf(DateTimeOffset month) => Prefix + month.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);

    private static string KeyOf(DateTimeOffset time) => (long.MaxValue - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
