using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Export;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Tail;

[Collection(AzuriteCollection.Name)]
public sealed class TailArrivalsTests(AzuriteCollection.Shared azurite)
{
    private const int Looks = 6;

    private static readonly IReadOnlyCollection<int> Columns = [ChunkLimits.AddressesId, .. FlowFields.All.Select(field => field.Id)];
    private static readonly ScanPlan Plan = new(FlowPredicate.All, FlowFields.All);

    public static TheoryData<int, int> LooksBetween => new() { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 2, 0 }, { 2, 2 } };

    [Theory, MemberData(nameof(LooksBetween))]
    public async Task MergedBetweenLooks_EachRecordOnce(int afterFirst, int afterSecond)
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var worker = site.NewWorker();
        var old = await NewBatches.StoreAsync(site, worker, 50, 2);
        var arrivals = new TailArrivals(worker.Tables, site.Logstore.Id, new TailRequest(FlowPredicate.All, null, null), TimeProvider.System);
        await arrivals.BeginAsync(default);
        var found = new List<FlowRecord>();

        var sent = await NewBatches.StoreAsync(site, worker, 0, 6);
        await LookAsync(arrivals, found, afterFirst);
        sent.AddRange(await NewBatches.StoreAsync(site, worker, 10, 6));
        await LookAsync(arrivals, found, afterSecond);
        await Exchange.AllFromAsync(worker, site, NewBatches.HourOf(site), "00000050", "00000051");
        await LookAsync(arrivals, found, Looks);

        Assert.Null(RecordCounts.Complaint(RecordCounts.Of(sent), RecordCounts.Of(found), RecordCounts.Of(sent)));
        Assert.NotEmpty(old);
    }

    private static async Task LookAsync(TailArrivals arrivals, List<FlowRecord> found, int looks)
    {
        for (var look = 0; look < looks; look++)
        {
            foreach (var header in await arrivals.NextAsync(default))
            {
                if (await arrivals.ReadAsync(header, Columns, default) is var (chunk, sent))
                {
                    var rows = SentRows.Of(sent, Plan, default).Without(MatchingRows.Of(chunk, Plan, default));
                    found.AddRange(Enumerable.Range(0, rows.Count).Select(row => rows[row]));
                    arrivals.Advance(header, TailCursor.All);
                }
            }
        }
    }
}
