using System.Net;
using Azure.Storage.Blobs.Models;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Capture files that are to fill the storage account or the process: each is refused, and nothing is left of it.</summary>
[Collection(AttackCollection.Name)]
public sealed class UploadAttacks(AttackFixture api)
{
    private const int Mebibyte = 1 << 20;
    private const int Most = AttackFixture.MaxFileMebibytes * Mebibyte;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileThatIsTooLarge_IsRefused_AndNothingIsLeft(bool saysItsLength)
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });

        var (status, code) = await PutAsync(stage, eni, "large.pcap", new Zeros(Most + 1), saysItsLength ? Most + 1 : null);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "CaptureTooLarge"), (status, code));
        Assert.Empty(await BlobsAsync(stage));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(stage, eni, "large.pcap", new Zeros(Most), null)).Status);
    }

    [Fact]
    public async Task AReplacementThatIsTooLarge_LeavesTheFileAsItWas()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });
        await PutAsync(stage, eni, "file.pcap", new Zeros(1000), null);
        var before = await BlobsAsync(stage);

        Assert.Equal("CaptureTooLarge", (await PutAsync(stage, eni, "file.pcap", new Zeros(Most + 1), null)).Code);

        Assert.Equal(before, await BlobsAsync(stage));
    }

    [Fact]
    public async Task AnAccountThatIsFull_IsRefused_WhicheverItsEni_AndOthersAreNot()
    {
        await using var stage = await Stage.OpenAsync(api);
        await using var other = await Stage.OpenAsync(api);
        var (one, two) = (await stage.EniAsync("10.0.1.10", new { type = "pcap" }), await stage.EniAsync("10.0.1.11", new { type = "pcap" }));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(stage, one, "file.pcap", new Zeros(Most), null)).Status);
        var left = (AttackFixture.MaxMebibytesPerAccount * Mebibyte) - Most;

        foreach (var length in new long?[] { left + 1, null })
            Assert.Equal((HttpStatusCode.Conflict, "QuotaExceeded.CaptureBytes"), await PutAsync(stage, two, "file.pcap", new Zeros(left + 1), length));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(stage, two, "file.pcap", new Zeros(left), null)).Status);
        Assert.Equal("QuotaExceeded.CaptureBytes", (await PutAsync(stage, one, "another.pcap", new Zeros(1), null)).Code);

        // What replaces a file takes its room.
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(stage, one, "file.pcap", new Zeros(Most), null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(other, await other.EniAsync("10.0.1.10", new { type = "pcap" }), "file.pcap", new Zeros(left + 1), null)).Status);
    }

    [Fact]
    public async Task AFileThatBreaksOff_LeavesNothing()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await stage.EniAsync("10.0.1.10", new { type = "pcap" });

        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync(stage, eni, "broken.pcap", new Zeros(Most, Most - 1), Most));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await BlobsAsync(stage)).Count > 0)
            await Task.Delay(20, patience.Token);
    }

    [Fact]
    public async Task ManyFilesAtOnce_AreRefused_AndAnotherAccountsIsNot()
    {
        await using var stage = await Stage.OpenAsync(api);
        await using var other = await Stage.OpenAsync(api);
        var (eni, others) = (await stage.EniAsync("10.0.1.10", new { type = "pcap" }), await other.EniAsync("10.0.1.10", new { type = "pcap" }));
        var taken = Enumerable.Range(0, AttackFixture.MaxUploadsPerAccount).Select(_ => TakeSlot(stage.Account.AccountId)).ToList();

        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyUploads.Account"), await PutAsync(stage, eni, "file.pcap", new Zeros(1), null));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(other, others, "file.pcap", new Zeros(1), null)).Status);

        taken[0].Dispose();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(stage, eni, "file.pcap", new Zeros(1), null)).Status);
        taken.ForEach(slot => slot.Dispose());
    }

    private AccountSlot TakeSlot(string accountId) => api.Get<UploadSlots>().Take(accountId).Is(out var slot, out var refusal) ? slot : throw new InvalidOperationException(refusal.Detail);

    private async Task<(HttpStatusCode Status, string? Code)> PutAsync(Stage stage, string eni, string name, Stream file, long? length)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(api.Address, $"api/enis/{eni}/captures/{name}")) { Content = new StreamContent(file, 64 * 1024) };
        request.Headers.TryAddWithoutValidation("Authorization", stage.Account.Authorization);
        (request.Content.Headers.ContentLength, request.Headers.TransferEncodingChunked) = (length, length is null);
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, new AttackAnswer((int)answer.StatusCode, "", body).Code);
    }

    /// <summary>All that lies in storage of an account's files, blocks of none included.</summary>
    private static async Task<IReadOnlyList<string>> BlobsAsync(Stage stage)
    {
        var found = new List<string>();
        var container = stage.Get<StorageClients>().Blobs.GetBlobContainerClient("flowlog-captures");
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, $"{stage.Account.AccountId}/", default))
            found.Add($"{blob.Name} {blob.Properties.ContentLength} {blob.Properties.ETag}");
        return found;
    }

    /// <summary>So many zeros, of which reading may fail at some point.</summary>
    private sealed class Zeros(long length, long? breaksAt = null) : MemoryStream
    {
        private long _read;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read >= breaksAt)
                throw new IOException("The client is gone.");
            var count = (int)Math.Min(buffer.Length, (breaksAt ?? length) - _read);
            buffer.Span[..count].Clear();
            _read += count;
            return ValueTask.FromResult(count);
        }
    }
}
