using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>What the app cannot answer: storage has rows that it never wrote.</summary>
[Collection(WorkerCollection.Name)]
public sealed partial class FailureTests(AppUnderTest app)
{
    private const string ControlTable = "flowlogcontrol";

    [Fact]
    public async Task FunctionThatThrows_Is500()
    {
        var vpc = await app.Client.MakeAsync("/api/vpcs", new { cidrBlock = "10.3.0.0/16" });
        await SpoilAsync(ControlTable, row => row.RowKey.Contains(vpc, StringComparison.Ordinal), ControlValue());

        await app.Client.GetAsync($"/api/vpcs/{vpc}").ExpectRefusalAsync(HttpStatusCode.InternalServerError, "InternalError");
    }

    [Fact]
    public async Task ExportThatBreaksOff_IsNotTakenForWhole()
    {
        var before = await TablesAsync();
        var logstore = await app.CaptureAsync("spoilt", packets: 3);
        foreach (var table in (await TablesAsync()).Except(before))
            await SpoilAsync(table, _ => true, ChunkColumn());

        using var export = await app.Client.GetAsync($"{logstore}/export", HttpCompletionOption.ResponseHeadersRead);

        // The host's own 502 if the cut overtakes the answer's head.
        if (export.StatusCode != HttpStatusCode.BadGateway)
            await Assert.ThrowsAnyAsync<IOException>(async () => await (await export.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null));
        await app.Client.GetAsync($"{logstore}/records").ExpectRefusalAsync(HttpStatusCode.Conflict, "DataDamaged");
    }

    private async Task<List<string>> TablesAsync() => await new TableServiceClient(app.Storage).QueryAsync().Select(table => table.Name).ToListAsync();

    private async Task SpoilAsync(string table, Func<TableEntity, bool> isMeant, Regex property)
    {
        var client = new TableClient(app.Storage, table);
        var spoilt = 0;
        await foreach (var row in client.QueryAsync<TableEntity>())
            if (isMeant(row))
            {
                foreach (var name in row.Keys.Where(name => property.IsMatch(name)).ToList())
                    row[name] = Encoding.UTF8.GetBytes("{");
                await client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                spoilt++;
            }

        Assert.NotEqual(0, spoilt);
    }

    [GeneratedRegex(@"^v0$")]
    private static partial Regex ControlValue();

    [GeneratedRegex(@"^c\d+$")]
    private static partial Regex ChunkColumn();
}
