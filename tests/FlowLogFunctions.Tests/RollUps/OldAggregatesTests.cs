using Azure.Data.Tables;
using FlowLog.Flows;
using FlowLog.Reports;
using FlowLogFunctions.Merging;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.RollUps;

/// <summary>Chunks that were written before aggregates knew rules and their kin: what they lack is made of their records.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OldAggregatesTests(AzuriteCollection.Shared azurite)
{
    [Fact]
    public async Task ReadMergedAndRolledUp_KnowWhatNewOnesKnow()
    {
        await using var site = await LogstoreSite.OpenAsync(azurite.ConnectionString);
        var (worker, hour) = (site.NewWorker(), site.Hour);
        var records = new List<FlowRecord>();
        for (var step = 0; step < 12; step++)
        {
            var own = SomeFlows.Of(new Random(step), hour, 30);
            await worker.IngestAsync(site.Message(step, 0, own));
            records.AddRange(own);
        }

        await AgeAsync(site, worker);
        await AssertAsync(site, worker, hour, records);
        await worker.MergeAsync(site.Logstore.Id, hour);
        await AssertAsync(site, worker, hour, records);
        site.Time.Now += TimeSpan.FromMinutes(10);
        await worker.Get<KeepHours>().RunAsync(default);
        await AssertAsync(site, worker, hour, records);
    }

    /// <summary>Takes out of every other chunk what earlier versions did not write.</summary>
    private static async Task AgeAsync(LogstoreSite site, LogstoreWorker worker)
    {
        var table = worker.Get<StorageClients>().Tables.GetTableClient(LogstoreKeys.Table(site.Logstore.Id, site.Hour));
        var count = 0;
        await foreach (var entity in table.QueryAsync<TableEntity>("n ge 1"))
        {
            if (count++ % 2 != 0)
                continue;
            foreach (var part in Enum.GetValues<AggregatePart>().Where(part => part > AggregatePart.Variances))
                entity.Remove(AggregateProperties.Name(part));
            await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace);
        }

        Assert.Equal(12, count);
    }

    private static async Task AssertAsync(LogstoreSite site, LogstoreWorker worker, long hour, IReadOnlyList<FlowRecord> records)
    {
        var expected = Aggregate.Of(FlowColumns.Of(records));

        var found = await new LogstoreReader(worker, site.Logstore.Id, hour).AggregateAsync();

        Assert.Equal(expected.Series.OrderBy(point => point.Key), found.Series.OrderBy(point => point.Key));
        Assert.Equal(expected.Rules.All().OrderBy(rule => rule.Key), found.Rules.All().OrderBy(rule => rule.Key));
        Assert.Equal(expected.Enis.All().OrderBy(eni => eni.Key), found.Enis.All().OrderBy(eni => eni.Key));
        Assert.Equal(expected.Distinct.Flows.Estimate(), found.Distinct.Flows.Estimate());
    }
}
