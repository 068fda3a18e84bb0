using System.Collections.Concurrent;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>Finds the blobs of Azure's flow logs. ENIs share what a listing says for as long as a run may take.</summary>
internal sealed class AzureLogList(CloudLogBlobs blobs, TimeProvider time)
{
    private const int MostLevels = 20;

    private static readonly TimeSpan BlobsLast = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan YearsLast = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<string> Years)> _years = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<CloudLogBlob> Blobs)> _hours = new(StringComparer.Ordinal);

    /// <summary>The blobs of an hour and a MAC address: one for each flow log that covers the interface.</summary>
    /// <param name="mac">Twelve upper-case digits.</param>
    public async Task<IReadOnlyList<CloudLogBlob>> OfHourAsync(string container, long hour, string mac, CancellationToken cancellation)
    {
        var found = new List<CloudLogBlob>();
        foreach (var year in await YearsAsync(container, cancellation))
            found.AddRange((await BlobsAsync(container, LogNames.Hour(year, hour), cancellation)).Where(blob => LogNames.MacOf(blob.Name) == mac));
        return found;
    }

    private async Task<IReadOnlyList<CloudLogBlob>> BlobsAsync(string container, string folder, CancellationToken cancellation)
    {
        var (now, key) = (time.GetUtcNow(), $"{container}/{folder}");
        if (_hours.TryGetValue(key, out var known) && now - known.At < BlobsLast)
            return known.Blobs;
        foreach (var old in _hours.Where(entry => now - entry.Value.At >= BlobsLast))
            _hours.TryRemove(old.Key, out _);
        var list = new List<CloudLogBlob>();
        await foreach (var blob in blobs.ListAsync(container, folder, cancellation))
            list.Add(blob);
        _hours[key] = (now, list);
        return list;
    }

    /// <summary>One folder of a year for each flow log, found from the top down: how they are named has changed, and will.</summary>
    private async Task<IReadOnlyList<string>> YearsAsync(string container, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_years.TryGetValue(container, out var known) && now - known.At < YearsLast)
            return known.Years;
        var years = new List<string>();
        await FindYearsAsync(container, "", MostLevels, years, cancellation);
        _years[container] = (now, years);
        return years;
    }

    private async Task FindYearsAsync(string container, string folder, int levels, List<string> years, CancellationToken cancellation)
    {
        var inner = new List<string>();
        await foreach (var found in blobs.FoldersAsync(container, folder, cancellation))
        {
            if (!LogNames.IsYear(found))
            {
                inner.Add(found);
                continue;
            }

            years.Add(found);
            return;
        }

        foreach (var found in levels > 0 ? inner : [])
            await FindYearsAsync(container, found, levels - 1, years, cancellation);
    }
}
