using System.Globalization;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Every key of a Logstore. A Logstore is a table a day (<c>logk3xq…d20261122</c>, by its internal id, so that one that is made again
/// under an old name starts empty); in it a partition is an hour and a shard (<c>09-2</c>), and a row a batch's chunk (<c>c~eni-…</c>) or, behind
/// all of those, a merged one (<c>m~eni-…</c>) and the notes of lost ones (<c>x~eni-…</c>). One more partition (<c>r</c>) has the roll-ups of the day (<c>d</c>) and
/// its hours (<c>h09</c>).
/// </summary>
internal static class LogstoreKeys
{
    /// <summary>Partitions of one hour. Storage that scans a partition per call wants some hundred rows in each.</summary>
    public const int Shards = 4;

    public const int SecondsPerHour = 3600;

    private const string ChunkPrefix = "c~";
    private const string MergedPrefix = "m~";
    private const string LostPrefix = "x~";

    /// <summary>The table of a Logstore's day.</summary>
    /// <param name="logstoreId">Lower-case letters and digits.</param>
    /// <param name="hour">Any time of the day, Unix seconds.</param>
    public static string Table(string logstoreId, long hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{TablePrefix(logstoreId)}{DateTimeOffset.FromUnixTimeSeconds(hour):yyyyMMdd}");

    /// <summary>The day of a table, as the Unix seconds of its start.</summary>
    public static long Day(string table) => new DateTimeOffset(
        DateTime.ParseExact(table[^8..], "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>What the names of all tables of a Logstore begin with.</summary>
    public static string TablePrefix(string logstoreId) => $"log{logstoreId}d";

    public static string Partition(long hour, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(hour):HH}-{shard}");

    /// <summary>All partitions of an hour.</summary>
    public static IEnumerable<string> Partitions(long hour) => Enumerable.Range(0, Shards).Select(shard => Partition(hour, shard));

    /// <summary>Hours in runs of one after another.</summary>
    public static IEnumerable<IReadOnlyList<long>> Runs(IEnumerable<long> hours)
    {
        var run = new List<long>();
        foreach (var hour in hours.Order())
        {
            if (run.Count > 0 && run[^1] + SecondsPerHour != hour)
            {
                yield return run;
                run = [];
            }

            run.Add(hour);
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>What a partition's hour is called, whichever its shard.</summary>
    public static string HourOfDay(string partition) => partition[..partition.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>Where a batch's chunk lies: always the same for the same batch.</summary>
    public static string Partition(long hour, string batchId) => Partition(hour, Shard(batchId));

    public static string ChunkRow(string batchId) => ChunkPrefix + batchId;

    /// <summary>
    /// The key of the chunk that batches' chunks are merged into, by the first of them: that one is merged once and never again. It sorts
    /// after every batch's chunk, so that who reads in the order of keys misses nothing that is merged meanwhile.
    /// </summary>
    /// <param name="first">The row of a batch's chunk.</param>
    public static string MergedRow(string first) => MergedPrefix + BatchOf(first);

    public static bool IsMerged(string row) => row.StartsWith(MergedPrefix, StringComparison.Ordinal);

    /// <summary>The note that a batch lies in the poison queue.</summary>
    public static string LostRow(string batchId) => LostPrefix + batchId;

    public static bool IsLost(string row) => row.StartsWith(LostPrefix, StringComparison.Ordinal);

    /// <summary>The batch of a chunk's row; of a merged one the first.</summary>
    public static string BatchOf(string row) => row[ChunkPrefix.Length..];

    /// <summary>The partition of a day's roll-ups; it sorts after those of its hours.</summary>
    public const string RollUpPartition = "r";

    /// <summary>The row of the whole day's roll-up; it sorts before those of its hours.</summary>
    public const string DayRow = "d";

    /// <summary>The row of an hour's roll-up.</summary>
    public static string HourRow(long hour) => string.Create(CultureInfo.InvariantCulture, $"h{DateTimeOffset.FromUnixTimeSeconds(hour):HH}");

    /// <summary>The key before all chunks, and the one after.</summary>
    public static (string From, string To) ChunkRows => (ChunkPrefix, "m\u007f");

    /// <summary>The key before all rows that say something of batches, and the one after: chunks and notes.</summary>
    public static (string From, string To) SayingRows => (ChunkPrefix, "x\u007f");

    /// <summary>The key before all chunks of batches, and the one after.</summary>
    public static (string From, string To) BatchRows => (ChunkPrefix, "c\u007f");

    /// <summary>FNV-1a, so that it is the same on every machine and for ever.</summary>
    private static int Shard(string batchId)
    {
        var hash = 2166136261u;
        foreach (var letter in batchId)
            hash = (hash ^ letter) * 16777619u;
        return (int)(hash % Shards);
    }
}
