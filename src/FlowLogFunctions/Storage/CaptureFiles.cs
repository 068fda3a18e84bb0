using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>Capture files: blobs <c>account/region/eni/name</c> of one container.</summary>
internal sealed class CaptureFiles(StorageClients storage)
{
    private const string Container = "flowlog-captures";
    private const string StartAtKey = "startat";
    private const string UploadKey = "upload";
    private const int ReadBytes = 4 * 1024 * 1024;

    /// <summary>For throwing away what has come of a file that broke off: its own call may be over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(Container);

    /// <summary>Whether there is a place for capture files.</summary>
    public async Task<bool> AreThereAsync(CancellationToken cancellation) => await _container.ExistsAsync(cancellation);

    public Task CreateAsync(CancellationToken cancellation) => _container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <summary>
    /// Streams a file in, in blocks; one that was there under the name is replaced when the last block has come. An upload makes one version,
    /// also when a call of it is repeated because its answer was lost: a version more would be read again. If it breaks off, nothing is left of
    /// a new one: block follows block, so that none is on its way when reading fails, and a cancelled call ends between two of them.
    /// </summary>
    /// <param name="upload">An id of this upload.</param>
    /// <param name="onlyNew">Whether a file that is there stays.</param>
    /// <returns>Null if a file is there that stays, or somebody else has put one meanwhile.</returns>
    public async Task<CaptureFile?> PutAsync(
        Scope scope, string eniId, string name, Stream content, long? startAt, string upload, bool onlyNew, CancellationToken cancellation)
    {
        var blob = _container.GetBlobClient(Folder(scope, eniId) + name);
        var former = (await PropertiesAsync(blob, cancellation))?.ETag;
        if (onlyNew && former is not null)
            return null;
        var options = new BlobUploadOptions
        {
            TransferOptions = new() { InitialTransferSize = ReadBytes, MaximumTransferSize = ReadBytes, MaximumConcurrency = 1 },
            Conditions = former is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = former },
            Metadata = new Dictionary<string, string> { [UploadKey] = upload },
        };
        if (startAt is { } nanoseconds)
            options.Metadata[StartAtKey] = nanoseconds.ToString(CultureInfo.InvariantCulture);
        try
        {
            await using var whole = new EndingStream(content, cancellation);
            await blob.UploadAsync(whole, options, CancellationToken.None);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412 || fault.ErrorCode == BlobErrorCode.InvalidBlockList.ToString())
        {
            // Perhaps it is our own, of a call whose answer was lost; or somebody else's upload of the name has thrown its blocks away, and ours.
        }
        catch
        {
            await DiscardBlocksAsync(blob.Name);
            throw;
        }

        return await PropertiesAsync(blob, cancellation) is { } there && there.Metadata.TryGetValue(UploadKey, out var id) && id == upload
            ? new(name, Quoted(there.ETag), there.ContentLength, there.LastModified, startAt)
            : null;
    }

    private static async Task<BlobProperties?> PropertiesAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What the account holds beside the file of this name.</summary>
    public async Task<CaptureHolding> HeldAsync(Scope scope, string eniId, string name, CancellationToken cancellation)
    {
        var (folder, files, bytes) = (Folder(scope, eniId), 0, 0L);
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{scope.AccountId}/", cancellation))
        {
            if (blob.Name == folder + name)
                continue;
            files += blob.Name.StartsWith(folder, StringComparison.Ordinal) ? 1 : 0;
            bytes += blob.Properties.ContentLength ?? 0;
        }

        return new(files, bytes);
    }

    /// <summary>An ENI's files by name.</summary>
    public async IAsyncEnumerable<CaptureFile> ListAsync(Scope scope, string eniId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = Folder(scope, eniId);
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, cancellation))
        {
            var properties = blob.Properties;
            yield return new(
                blob.Name[folder.Length..], Quoted(properties.ETag), properties.ContentLength ?? 0,
                properties.LastModified ?? default, StartAt(blob.Metadata));
        }
    }

    /// <summary>Opens that version of a file; null if it has gone or been replaced.</summary>
    public async Task<OpenedCaptureFile?> OpenAsync(Scope scope, string eniId, string name, string etag, CancellationToken cancellation)
    {
        var blob = _container.GetBlobClient(Folder(scope, eniId) + name);
        var conditions = new BlobRequestConditions { IfMatch = new ETag(etag) };
        try
        {
            var properties = await blob.GetPropertiesAsync(conditions, cancellation);
            var stream = await blob.OpenReadAsync(new BlobOpenReadOptions(false) { BufferSize = ReadBytes, Conditions = conditions }, cancellation);
            return new(stream, StartAt(properties.Value.Metadata), properties.Value.LastModified);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>False if there is no such file.</summary>
    public async Task<bool> RemoveAsync(Scope scope, string eniId, string name, CancellationToken cancellation) =>
        (await _container.GetBlobClient(Folder(scope, eniId) + name).DeleteIfExistsAsync(cancellationToken: cancellation)).Value;

    /// <summary>Removes all files of an ENI.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAllAsync(Scope scope, string eniId, CancellationToken cancellation)
    {
        var removed = 0;
        await foreach (var file in ListAsync(scope, eniId, cancellation))
            removed += await RemoveAsync(scope, eniId, file.Name, cancellation) ? 1 : 0;
        return removed;
    }

    /// <summary>The ENIs that have files, of all accounts and regions.</summary>
    public IAsyncEnumerable<(Scope Scope, string EniId)> EnisAsync(CancellationToken cancellation) => FoldersAsync("", cancellation)
        .SelectMany(account => FoldersAsync(account, cancellation))
        .SelectMany(region => FoldersAsync(region, cancellation))
        .Select(eni => eni.Split('/'))
        .Select(parts => (new Scope(parts[0], parts[1]), parts[2]));

    /// <summary>The folders in a folder, each with a slash at its end.</summary>
    private IAsyncEnumerable<string> FoldersAsync(string folder, CancellationToken cancellation) =>
        _container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", folder, cancellation)
            .Where(item => item.IsPrefix).Select(item => item.Prefix);

    /// <summary>True if reading failed because the file was removed or replaced meanwhile.</summary>
    public static bool HasGone(Exception fault) => fault is RequestFailedException { Status: 404 or 412 };

    /// <summary>
    /// Blocks that belong to no blob are kept, and paid for, for a week: a blob of no blocks throws them away. Of a file that is there they
    /// stay, until it is replaced: another version of it would be read again.
    /// </summary>
    private async Task DiscardBlocksAsync(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var blob = _container.GetBlockBlobClient(name);
            var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
            var empty = await blob.CommitBlockListAsync([], new CommitBlockListOptions { Conditions = conditions }, patience.Token);
            await blob.DeleteAsync(conditions: new() { IfMatch = empty.Value.ETag }, cancellationToken: patience.Token);
        }
        catch (Exception fault) when (fault is RequestFailedException or OperationCanceledException)
        {
            // There is a file, or storage does not answer: what broke off matters more.
        }
    }

    private static string Folder(Scope scope, string eniId) => $"{scope.AccountId}/{scope.Region}/{eniId}/";

    private static long? StartAt(IDictionary<string, string>? metadata) =>
        metadata?.TryGetValue(StartAtKey, out var text) == true && long.TryParse(text, CultureInfo.InvariantCulture, out var nanoseconds)
            ? nanoseconds
            : null;

    /// <summary>Listings give the ETag bare, properties in quotes.</summary>
    private static string Quoted(ETag? etag) => etag is { } found ? $"\"{found.ToString().Trim('"')}\"" : "";
}
