using System.Net;
using System.Text;
using Azure.Data.Tables;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>What the app cannot answer: storage has rows that it never wrote.</summary>
[Collection(WorkerCollection.Name)]
public sealed class FailureTests(AppUnderTest app)
{
    [Fact]
    public async Task FunctionThatThrows_Is500()
    {
        var vpc = await app.Client.MakeAsync("/api/vpcs", new { cidrBlock = "10.3.0.0/16" });
        await SpoilAsync("flowlogcontrol", row => row.RowKey.Contains(vpc, StringComparison.Ordinal), "v0");

        await app.Client.GetAsync($"/api/vpcs/{vpc}").ExpectRefusalAsync(HttpStatusCode.InternalServerError, "InternalError");
    }

    private async Task SpoilAsync(string table, Func<TableEntity, bool> isMeant, string property)
    {
        var client = new TableClient(app.Storage, table);
        var spoilt = 0;
        await foreach (var row in client.QueryAsync<TableEntity>())
            if (isMeant(row))
            {
                row[property] = Encoding.UTF8.GetBytes("{");
                await client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                spoilt++;
            }

        Assert.NotEqual(0, spoilt);
    }
}
