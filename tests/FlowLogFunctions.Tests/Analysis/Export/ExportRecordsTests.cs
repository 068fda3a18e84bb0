using System.IO.Compression;
using System.Net;
using System.Text;
using Azure;
using FlowLog.Flows;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Export;

[Collection(ApiCollection.Name)]
public sealed class ExportRecordsTests(ApiFixture api)
{
    private const string Whole = "from=0&to=4000000000";

    [Theory]
    [InlineData("ndjson", "application/x-ndjson", "\n")]
    [InlineData("csv", "text/csv", "\r\n")]
    public async Task File_HasTheLinesOfTheRecords_CompressedOrNot(string format, string type, string end)
    {
        await using var stage = await GeneratedAsync();
        var records = (await TextAsync(stage, $"records?{Whole}&limit=10000", type)).Split(end);

        var (plain, headers) = await FileAsync(stage, $"export?{Whole}&format={format}");
        var (compressed, compressedHeaders) = await FileAsync(stage, $"export?{Whole}&format={format}&compress=gzip");

        var lines = Encoding.UTF8.GetString(plain).Split(end);
        Assert.True(lines.Length > 300);
        Assert.Equal(records.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.Equal(format == "csv", lines[0] == string.Join(',', FlowFields.All.Select(field => field.Name)));
        Assert.Equal(plain, Inflated(compressed));
        Assert.Equal(type, headers.Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/gzip", compressedHeaders.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"flows_19700101T000000Z_20961002T070640Z.{format}.gz", compressedHeaders.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Contains("pending=", headers.Headers.GetValues("X-Completeness").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_LeavesWhatMeetsIt()
    {
        await using var stage = await GeneratedAsync();
        var expected = (await TextAsync(stage, $"records?{Whole}&limit=10000", "application/x-ndjson")).Split('\n')
            .Where(line => line.Contains("\"protocol\":6,", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        var (file, _) = await FileAsync(stage, $"export?{Whole}&query=protocol:%206");

        Assert.InRange(expected.Count, 10, 1_000);
        Assert.Equal(expected, Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EmptyRange_IsAnEmptyFile()
    {
        await using var stage = await GeneratedAsync();

        var (ndjson, _) = await FileAsync(stage, "export?from=0&to=10");
        var (csv, _) = await FileAsync(stage, "export?from=0&to=10&format=csv&compress=gzip");

        Assert.Empty(ndjson);
        Assert.Equal(string.Join(',', FlowFields.All.Select(field => field.Name)) + "\r\n", Encoding.UTF8.GetString(Inflated(csv)));
    }

    [Fact]
    public async Task ReportOff_AQueryIsRefused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows", report: false);

        await FileAsync(stage, "export");
        (await GetAsync(stage, "export?query=protocol:6")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
        (await GetAsync(stage, "records?query=protocol:6")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
        (await stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/none/export")).Expect(HttpStatusCode.NotFound, "LogStoreNotExist");
    }

    [Fact]
    public async Task BadParameters_AreNamedAllAtOnce()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        var answer = (await GetAsync(stage, "export?from=9&to=9&format=parquet&compress=zip&limit=5")).Expect(HttpStatusCode.BadRequest, "InvalidParameter");

        Assert.Equal(["compress ValueNotSupported", "format ValueNotSupported", "from InvalidTimeRange", "limit UnknownParameter"], answer.Errors);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("gzip")]
    public async Task StorageFailsOnTheWay_TheConnectionBreaksOff(string compress)
    {
        await using var stage = await GeneratedAsync();
        var table = $"log{await stage.LogstoreIdAsync("flows")}";
        var reads = 0;
        api.Faults.Before = request =>
        {
            if (request.Uri.ToString().Contains(table, StringComparison.Ordinal) && request.Uri.Path.Contains("PartitionKey", StringComparison.Ordinal) && Interlocked.Increment(ref reads) > 2)
                throw new RequestFailedException(403, "The account's key was changed (injected).");
        };
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => FileAsync(stage, $"export?{Whole}&compress={compress}"));
        }
        finally
        {
            api.Faults.Before = null;
        }

        Assert.True(reads > 2);
    }

    private async Task<Stage> GeneratedAsync()
    {
        var stage = await Stage.OpenAsync(api);
        foreach (var host in Enumerable.Range(10, 3))
            await stage.EniAsync($"10.0.1.{host}", new { type = "generator", seed = host, flowsPerMinute = 60 });
        await stage.EniAsync("10.0.1.99", new { type = "pcap" });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        // Two whole minutes at least, whatever second of a minute it is.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await stage.CaptureAsync(TimeSpan.FromMinutes(1));
            await stage.IngestAsync();
        }

        return stage;
    }

    private static Task<ApiAnswer> GetAsync(Stage stage, string path) => stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{path}");

    private async Task<string> TextAsync(Stage stage, string path, string accept)
    {
        using var http = Client(stage);
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);
        return await http.GetStringAsync(PathOf(stage, path));
    }

    private async Task<(byte[] File, HttpResponseMessage Headers)> FileAsync(Stage stage, string path)
    {
        using var http = Client(stage);
        var answer = await http.GetAsync(PathOf(stage, path), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(), answer);
    }

    private HttpClient Client(Stage stage)
    {
        var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        return http;
    }

    private static Uri PathOf(Stage stage, string path) => new($"api/projects/{stage.Project}/logstores/flows/{path}", UriKind.Relative);

    private static byte[] Inflated(byte[] file)
    {
        var bytes = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
