using Azure;
using Azure.Data.Tables;
using FlowLog.Ledger;
using FlowLog.Reports;

namespace FlowLogFunctions.Storage;

/// <summary>The roll-ups of all Logstores: a row an hour and a row a day, in the day's table. A row is replaced only in the version that was read.</summary>
internal sealed class LogstoreRollUps(StorageClients storage)
{
    /// <summary>Rows of a page; each can have close to 1 MiB.</summary>
    private const int RowsPerPage = 8;

    /// <summary>An hour's roll-up with the names of its batches and these parts; null if there is none.</summary>
    public Task<RollUp?> FindHourAsync(string logstoreId, long hour, IReadOnlyCollection<AggregatePart> parts, CancellationToken cancellation) =>
        FindAsync(logstoreId, hour, LogstoreKeys.HourRow(hour), [.. RollUpRow.Cover, .. RollUpRow.Select(parts)], parts, cancellation);

    /// <summary>Which records an hour's roll-up is about, without them; null if there is none.</summary>
    public Task<RollUp?> CoverAsync(string logstoreId, long hour, CancellationToken cancellation) =>
        FindAsync(logstoreId, hour, LogstoreKeys.HourRow(hour), RollUpRow.Cover, [], cancellation);

    /// <summary>A day's roll-up; null if there is none.</summary>
    /// <param name="day">Any time of the day, Unix seconds.</param>
    public Task<RollUp?> FindDayAsync(string logstoreId, long day, IReadOnlyCollection<AggregatePart> parts, CancellationToken cancellation) =>
        FindAsync(logstoreId, day, LogstoreKeys.DayRow, RollUpRow.Select(parts), parts, cancellation);

    /// <summary>The roll-ups of hours of one day, by the hours' starts, without the names of their batches; those that are not there are left out.</summary>
    public async Task<IReadOnlyDictionary<long, RollUp>> HoursAsync(
        string logstoreId, IReadOnlyList<long> hours, IReadOnlyCollection<AggregatePart> parts, CancellationToken cancellation)
    {
        var found = new Dictionary<long, RollUp>();
        if (hours.Count == 0)
            return found;
        var asked = hours.ToDictionary(LogstoreKeys.HourRow);
        var (first, last) = (LogstoreKeys.HourRow(hours.Min()), LogstoreKeys.HourRow(hours.Max()));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {LogstoreKeys.RollUpPartition} and RowKey ge {first} and RowKey le {last}");
        var rows = TableOf(logstoreId, hours[0]).QueryAsync<TableEntity>(filter, RowsPerPage, RollUpRow.Select(parts), cancellation);
        await foreach (var entity in rows.OrNone(cancellation))
        {
            if (asked.TryGetValue(entity.RowKey, out var hour))
                found[hour] = RollUpRow.Read(entity, parts);
        }

        return found;
    }

    /// <summary>What the batches of each hour of a day say, by the hours' starts, where their roll-ups know it.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LedgerEntry>>> SaidAsync(string logstoreId, IReadOnlyList<long> hours, CancellationToken cancellation)
    {
        var asked = hours.ToDictionary(LogstoreKeys.HourRow);
        var (first, last) = (LogstoreKeys.HourRow(hours.Min()), LogstoreKeys.HourRow(hours.Max()));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {LogstoreKeys.RollUpPartition} and RowKey ge {first} and RowKey le {last}");
        var rows = TableOf(logstoreId, hours[0]).QueryAsync<TableEntity>(filter, TableLimits.PageEntities, RollUpRow.SaidBy, cancellation);
        var said = new Dictionary<long, IReadOnlyList<LedgerEntry>>();
        await foreach (var entity in rows.OrNone(cancellation))
        {
            if (asked.TryGetValue(entity.RowKey, out var hour) && RollUpRow.Read(entity, []).Said is { } entries)
                said[hour] = entries;
        }

        return said;
    }

    /// <summary>Writes what the batches of an hour say beside what is stored, if that is still the version that was read; false if it is not.</summary>
    public async Task<bool> PutSaidAsync(string logstoreId, long hour, RollUp rollUp, CancellationToken cancellation)
    {
        try
        {
            await TableOf(logstoreId, hour).UpdateEntityAsync(RollUpRow.WriteSaid(LogstoreKeys.HourRow(hour), rollUp), new ETag(rollUp.ETag!), TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            return false;
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            return true;
        }
    }

    /// <summary>Writes an hour's roll-up in place of the version that was read, or where there was none; false if somebody else was faster.</summary>
    public Task<bool> PutHourAsync(string logstoreId, long hour, RollUp rollUp, CancellationToken cancellation) =>
        PutAsync(logstoreId, hour, LogstoreKeys.HourRow(hour), rollUp, cancellation);

    /// <summary>The same for a day's.</summary>
    public Task<bool> PutDayAsync(string logstoreId, long day, RollUp rollUp, CancellationToken cancellation) =>
        PutAsync(logstoreId, day, LogstoreKeys.DayRow, rollUp, cancellation);

    private async Task<RollUp?> FindAsync(
        string logstoreId, long time, string row, IEnumerable<string> select, IReadOnlyCollection<AggregatePart> parts, CancellationToken cancellation)
    {
        try
        {
            var found = await TableOf(logstoreId, time).GetEntityIfExistsAsync<TableEntity>(LogstoreKeys.RollUpPartition, row, select.Distinct(), cancellation);
            return found.HasValue ? RollUpRow.Read(found.Value!, parts) : null;
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            return null;
        }
    }

    private async Task<bool> PutAsync(string logstoreId, long time, string row, RollUp rollUp, CancellationToken cancellation)
    {
        var (table, entity) = (TableOf(logstoreId, time), RollUpRow.Write(row, rollUp));
        try
        {
            if (rollUp.ETag is { } etag)
                await table.UpdateEntityAsync(entity, new ETag(etag), TableUpdateMode.Replace, cancellation);
            else
                await table.AddEntityAsync(entity, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (MissingTable.Is(fault))
        {
            // The day has been dropped: there is nothing to roll up.
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    private TableClient TableOf(string logstoreId, long time) => storage.Tables.GetTableClient(LogstoreKeys.Table(logstoreId, time));
}
