using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Capture.CloudLogs;

/// <summary>
/// AWS's flow logs in the order in which they came. What came before a time has been read; only the names of what came in the ten minutes
/// before the last are remembered, for clocks of storage that differ.
/// </summary>
internal sealed class AwsLogList(CloudLogBlobs blobs, IOptions<CloudLogOptions> options, TimeProvider time) : IDisposable
{
    private const int OverlapSeconds = 600;

    private static readonly TimeSpan FilesLast = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, IReadOnlyList<CloudLogBlob> Files) _known;

    /// <summary>Files that came at a time or later, in Unix seconds.</summary>
    public async Task<IEnumerable<CloudLogBlob>> SinceAsync(long since, CancellationToken cancellation) =>
        (await FilesAsync(cancellation)).Where(file => file.ModifiedAt.ToUnixTimeSeconds() >= since);

    /// <summary>The time before which everything has been read once these files have.</summary>
    public static long SinceAfter(long since, IReadOnlyList<PlannedFile> files) =>
        files.Select(file => (file.Log?.Hour ?? 0) - OverlapSeconds).Append(since).Max();

    public void Dispose() => _one.Dispose();

    /// <summary>All files that the look-back reaches; listed once for all ENIs of a run.</summary>
    private async Task<IReadOnlyList<CloudLogBlob>> FilesAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_known.Files is not null && now - _known.At < FilesLast)
                return _known.Files;
            var files = new List<CloudLogBlob>();
            await foreach (var file in blobs.ListAsync(options.Value.AwsContainer, options.Value.AwsPrefix, cancellation))
            {
                if (file.Bytes > 0 && file.ModifiedAt >= now.AddHours(-options.Value.LookBackHours))
                    files.Add(file);
            }

            _known = (now, [.. files.OrderBy(file => file.ModifiedAt).ThenBy(file => file.Name, StringComparer.Ordinal)]);
            return _known.Files;
        }
        finally
        {
            _one.Release();
        }
    }
}
