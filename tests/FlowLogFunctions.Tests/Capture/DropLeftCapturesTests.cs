using System.Net;
using Azure;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Network;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Capture;

/// <summary>Capture files of ENIs that were deleted: none stay, however the deletion went.</summary>
[Collection(ApiCollection.Name)]
public sealed class DropLeftCapturesTests(ApiFixture api)
{
    private static readonly byte[] File = Pcaps.Of(new PcapPacket(1_790_000_000, "10.0.1.10", "203.0.113.5", 1000, 53, 60));

    [Fact]
    public async Task DeletionThatDiesBehindTheRow_FilesGoWithTheNextRun()
    {
        await using var stage = await Stage.OpenAsync(api);
        var (gone, stays) = (await PcapEniAsync(stage, "10.0.1.10"), await PcapEniAsync(stage, "10.0.1.11"));

        stage.Kills.DiesAt = request => request.Uri.ToString().Contains(gone, StringComparison.Ordinal) && request.Uri.ToString().Contains("flowlog-captures", StringComparison.Ordinal);
        await Assert.ThrowsAsync<WorkerKilledException>(() => DeleteAsync(stage, gone));
        stage.Kills.DiesAt = null;
        Assert.Null(await stage.Get<EniStore>().FindAsync(stage.Scope, gone, default));
        Assert.Equal(2 * File.Length, (await HeldAsync(stage)).Bytes);

        await stage.Get<DropLeftCaptures>().RunAsync(default);

        Assert.Equal(File.Length, (await HeldAsync(stage)).Bytes);
        Assert.Single(await stage.Get<CaptureFiles>().ListAsync(stage.Scope, stays, default).ToListAsync());
    }

    [Fact]
    public async Task StorageFailsBehindTheRow_TheEniIsDeletedAllTheSame()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await PcapEniAsync(stage, "10.0.1.10");
        stage.Kills.DiesAt = request => request.Uri.ToString().Contains("flowlog-captures", StringComparison.Ordinal)
            ? throw new RequestFailedException(503, "busy (injected)") : false;

        Assert.Null(await DeleteAsync(stage, eni));

        stage.Kills.DiesAt = null;
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Account.DeleteAsync($"api/enis/{eni}")).Status);
        await stage.Get<DropLeftCaptures>().RunAsync(default);
        Assert.Equal(0, (await HeldAsync(stage)).Bytes);
    }

    [Fact]
    public async Task UploadThatEndsAfterTheDeletion_GoesToo()
    {
        await using var stage = await Stage.OpenAsync(api);
        var eni = await PcapEniAsync(stage, "10.0.1.10");
        Assert.Null(await DeleteAsync(stage, eni));
        await stage.Get<CaptureFiles>().PutAsync(stage.Scope, eni, "late.pcap", new MemoryStream(File), null, "late", onlyNew: false, default);
        using var dropped = new Measurements("flowlog.capture.files_dropped");

        await stage.Get<DropLeftCaptures>().RunAsync(default);

        Assert.Equal(0, (await HeldAsync(stage)).Bytes);
        Assert.Contains(1, dropped.Values);
    }

    private static async Task<string> PcapEniAsync(Stage stage, string address)
    {
        var eni = await stage.EniAsync(address, new { type = "pcap" });
        await stage.PutCaptureAsync(eni, "a.pcap", File);
        return eni;
    }

    private static Task<FlowLogFunctions.Hosting.Refusal?> DeleteAsync(Stage stage, string eni) => stage.Get<DeleteEni>().RunAsync(stage.Scope, eni, null, default);

    private static Task<CaptureHolding> HeldAsync(Stage stage) => stage.Get<CaptureFiles>().HeldAsync(stage.Scope, "eni-other", "other.pcap", default);
}
