using Azure.Core;
using Azure.Storage.Blobs.Models;
using FlowLog.Packets;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Storage;

/// <summary>Uploads that end before their time: no blocks of them stay in storage, also when a block takes long to get there.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class CaptureFilesTests(AzuriteCollection.Shared azurite) : IAsyncLifetime
{
    private LogstoreSite _site = null!;
    private LogstoreWorker _worker = null!;

    private CaptureFiles Files => _worker.Get<CaptureFiles>();

    public async Task InitializeAsync()
    {
        _site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        _worker = _site.NewWorker();
        await Files.CreateAsync(default);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task AFileThatBreaksOff_LeavesNoBlocks()
    {
        var blocks = 0;
        _worker.Faults.Rule = request => IsBlock(request) && Interlocked.Increment(ref blocks) == 2 ? Fault.LateStart : Fault.None;

        await Assert.ThrowsAsync<EndOfStreamException>(() => PutAsync(new Breaking(), default));

        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task AnUploadThatIsCancelled_LeavesNoBlocks()
    {
        using var call = new CancellationTokenSource();
        var blocks = 0;
        _worker.Faults.Rule = request =>
        {
            if (!IsBlock(request)) return Fault.None;
            blocks++;
            call.Cancel();
            return Fault.LateStart;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PutAsync(new Breaking(), call.Token));

        Assert.Equal(1, blocks);
        await NothingIsLeftAsync();
    }

    private Task<CaptureFile?> PutAsync(Stream content, CancellationToken cancellation) =>
        Files.PutAsync(_site.Scope, LogstoreSite.EniId, "a.pcap", content, null, "upload", onlyNew: false, cancellation);

    private static bool IsBlock(Request request) => request.Uri.Query.Contains("comp=block&", StringComparison.Ordinal);

    /// <summary>Blocks of no blob included, also when what was late had time to come.</summary>
    private async Task NothingIsLeftAsync()
    {
        var container = _worker.Get<StorageClients>().Blobs.GetBlobContainerClient("flowlog-captures");
        for (var look = 0; look < 5; look++)
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, $"{_site.Scope.AccountId}/", default))
                Assert.Fail($"{blob.Name} is still there.");
            await Task.Delay(50);
        }
    }

    /// <summary>Nine mebibytes of zeros, and then no more though there should be.</summary>
    private sealed class Breaking : ForwardStream
    {
        private int _left = 9 << 20;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0) throw new EndOfStreamException();
            count = Math.Min(count, _left);
            _left -= count;
            return count;
        }
    }
}
