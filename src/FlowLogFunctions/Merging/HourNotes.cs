using System.Collections.Concurrent;
using System.Globalization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Merging;

/// <summary>
/// Which hours of which Logstores have been written to since they were last looked at. Ingest notes an hour before it writes; a process
/// need not note it again as long as nobody would take the note for old.
/// </summary>
internal sealed class HourNotes(ControlTable table, TimeProvider time)
{
    /// <summary>How long after its hour's end, and after it was made, a note is looked at and removed.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>How long after both a process relies on its note: what is left of <see cref="Rest"/> is for writing the chunk.</summary>
    private static readonly TimeSpan Reliance = TimeSpan.FromMinutes(5);

    /// <summary>How long no note means that nothing was written. It leaves time for a slow write, and for clocks that differ.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<(string LogstoreId, long Hour), DateTimeOffset> _reliedOnUntil = new();

    /// <summary>Makes sure that an hour is noted; call it before writing to it.</summary>
    /// <param name="hour">Its start, Unix seconds.</param>
    public async Task NoteAsync(Scope scope, Logstore logstore, long hour, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_reliedOnUntil.TryGetValue((logstore.Id, hour), out var until) && now < until)
            return;
        var note = new HourNote(scope.AccountId, scope.Region, logstore.Project, logstore.Name, logstore.Id, hour, now);
        await table.PutAsync(ControlKeys.LogstoreHours, Row(note), note, cancellation);
        Remember(note, now);
    }

    public IAsyncEnumerable<Stored<HourNote>> AllAsync(CancellationToken cancellation) =>
        table.AllAsync<HourNote>(ControlKeys.LogstoreHours, "", cancellation);

    /// <summary>The hours of a Logstore that are noted now.</summary>
    public async Task<NotedHours> OfAsync(string logstoreId, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var notes = table.AllAsync<HourNote>(ControlKeys.LogstoreHours, ControlKeys.Prefix(logstoreId), cancellation);
        return new(await notes.Select(note => note.Value.Hour).ToHashSetAsync(cancellationToken: cancellation), at);
    }

    /// <summary>Whether the hour is over and nobody relies on the note any more.</summary>
    public static bool IsDue(HourNote note, DateTimeOffset now) => now >= After(note, Rest);

    /// <summary>Removes a note unless it was made again since it was read.</summary>
    public Task RemoveAsync(Stored<HourNote> note, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.LogstoreHours, note.Row, note.ETag, cancellation);

    private void Remember(HourNote note, DateTimeOffset now)
    {
        if (_reliedOnUntil.Count >= MaxRemembered)
        {
            foreach (var (hour, until) in _reliedOnUntil.Where(pair => pair.Value <= now))
                _reliedOnUntil.TryRemove(new(hour, until));
            if (_reliedOnUntil.Count >= MaxRemembered)
                _reliedOnUntil.Clear();
        }

        _reliedOnUntil[(note.LogstoreId, note.Hour)] = After(note, Reliance);
    }

    private static DateTimeOffset After(HourNote note, TimeSpan later)
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(note.Hour + LogstoreKeys.SecondsPerHour);
        return (end > note.NotedAt ? end : note.NotedAt) + later;
    }

    private static string Row(HourNote note) => ControlKeys.Row(note.LogstoreId, note.Hour.ToString("d12", CultureInfo.InvariantCulture));
}
