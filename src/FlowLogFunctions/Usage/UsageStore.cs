using System.Globalization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Usage;

/// <summary>Rows of usage, one a day and Logstore; they stay when the Logstore and its records have gone.</summary>
internal sealed class UsageStore(ControlTable table)
{
    private const string Kind = "usage";
    private const int SecondsPerHour = 3600;

    public static string DayOf(long time) => DateTimeOffset.FromUnixTimeSeconds(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days from the first to the last, both inclusive, by day and Logstore.</summary>
    public IAsyncEnumerable<Stored<UsageDay>> AllAsync(Scope scope, string firstDay, string lastDay, CancellationToken cancellation) =>
        table.AllAsync<UsageDay>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation, firstDay)
            .TakeWhile(row => string.CompareOrdinal(row.Value.Day, lastDay) <= 0);

    /// <summary>Writes what an hour of a Logstore has come to.</summary>
    /// <param name="hour">Unix seconds of its start.</param>
    /// <param name="day">The row to write if there is none yet; its other hours are kept if there is one.</param>
    public async Task PutHourAsync(Scope scope, long hour, UsageDay day, MeteredTraffic traffic, CancellationToken cancellation)
    {
        var (partition, row) = (ControlKeys.Partition(scope), ControlKeys.Row(Kind, day.Day, day.LogstoreId));
        var number = (int)(hour / SecondsPerHour % 24);
        while (true)
        {
            var found = await table.FindAsync<UsageDay>(partition, row, cancellation);
            if (found is not null && found.Value.Hours.GetValueOrDefault(number) == traffic && found.Value.TtlDays == day.TtlDays)
                return;
            var hours = new Dictionary<int, MeteredTraffic>(found?.Value.Hours ?? day.Hours) { [number] = traffic };
            var next = day with { Hours = hours };
            var stored = found is null
                ? await table.AddAsync(partition, row, next, cancellation)
                : await table.ReplaceAsync(partition, row, next, found.ETag, cancellation);
            // Null: another worker has written an hour of this day; look again.
            if (stored is not null)
                return;
        }
    }
}
