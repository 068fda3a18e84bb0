using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Storage;

/// <summary>Reads blobs that other services write: foreign flow logs. A container that does not exist holds none.</summary>
internal sealed class CloudLogBlobs(StorageClients storage, IOptions<CloudLogOptions> options)
{
    private BlobServiceClient Service => field ??= options.Value.Storage.Length == 0 ? storage.Blobs : storage.BlobsOf(options.Value.Storage);

    /// <summary>The blobs whose names begin so, by name.</summary>
    public async IAsyncEnumerable<CloudLogBlob> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var blobs = Service.GetBlobContainerClient(container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync(blobs))
        {
            var properties = blobs.Current.Properties;
            yield return new(blobs.Current.Name, Quoted(properties.ETag), properties.ContentLength ?? 0, properties.LastModified ?? default);
        }
    }

    /// <summary>The folders in a folder, each with a slash at its end.</summary>
    public async IAsyncEnumerable<string> FoldersAsync(string container, string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = Service.GetBlobContainerClient(container)
            .GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", folder, cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync(items))
        {
            if (items.Current.IsPrefix)
                yield return items.Current.Prefix;
        }
    }

    /// <summary>The blocks of a blob as it is now; null if there is no such blob.</summary>
    public async Task<CloudLogBlocks?> BlocksAsync(string container, string name, CancellationToken cancellation)
    {
        try
        {
            var blob = Service.GetBlobContainerClient(container).GetBlockBlobClient(name);
            var answer = await blob.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellation);
            var (blocks, end) = (new List<CloudLogBlock>(), 0L);
            foreach (var block in answer.Value.CommittedBlocks)
                blocks.Add(new(block.Name, block.SizeLong, end += block.SizeLong));
            return new(Quoted(answer.GetRawResponse().Headers.ETag), blocks);
        }
        catch (RequestFailedException fault) when (fault.Status is 404)
        {
            return null;
        }
    }

    /// <summary>The bytes of that version from one offset to another, as they come; null if it has gone or been replaced.</summary>
    public async Task<Stream?> OpenAsync(string container, string name, string etag, long from, long to, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(from, to - from),
            Conditions = new BlobRequestConditions { IfMatch = new ETag(etag) },
        };
        try
        {
            var blob = Service.GetBlobContainerClient(container).GetBlobClient(name);
            return (await blob.DownloadStreamingAsync(options, cancellation)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>False at the end, and if the container does not exist.</summary>
    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RequestFailedException fault) when (fault.Status is 404)
        {
            return false;
        }
    }

    /// <summary>Listings give the ETag bare, answers in quotes.</summary>
    private static string Quoted(ETag? etag) => etag is { } found ? $"\"{found.ToString().Trim('"')}\"" : "";
}
