using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace FlowLog.Cli.Tests.Queries;

public sealed class LocalQueryTests : IDisposable
{
    private const int Start = 1_767_225_600;
    private const int Records = 6_000;
    private const string ByPort = "action: REJECT | SELECT dstport, count(*) AS n, sum(bytes) AS b FROM log GROUP BY dstport ORDER BY dstport";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task GroupsOfAFile_AreThoseOfItsLines()
    {
        var result = await QueryAsync(await FileAsync(), ByPort, "--format", "csv");

        var expected = Rows.Where(row => row.Action == "REJECT").GroupBy(row => row.Port).OrderBy(port => port.Key)
            .Select(port => $"{port.Key},{port.Count()},{port.Sum(row => row.Bytes)}");
        Assert.Equal(["dstport,n,b", .. expected], result.Lines);
    }

    [Fact]
    public async Task Json_HasTheShapeOfTheApi()
    {
        var json = JsonElement.Parse((await QueryAsync(await FileAsync(), ByPort, "--format", "json")).Output);

        Assert.Equal(["columns", "rows", "isCut", "isVectorised", "statistics"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""[{"name":"dstport","type":"bigint"},{"name":"n","type":"bigint"},{"name":"b","type":"bigint"}]""", json.GetProperty("columns").GetRawText());
        Assert.Equal(Rows.Count(row => row.Action == "REJECT"), json.GetProperty("statistics").GetProperty("matches").GetInt64());
        Assert.Equal(Records, json.GetProperty("statistics").GetProperty("rowsScanned").GetInt64());
    }

    [Fact]
    public async Task TimeRange_SkipsChunksUnread()
    {
        var file = await FileAsync();
        const string Count = "* | SELECT count(*) AS n FROM log";

        var part = JsonElement.Parse((await QueryAsync(file, Count, "--format", "json", "--from", $"{Start}", "--to", $"{Start + 600}")).Output);
        var last = await QueryAsync(file, Count, "--format", "csv", "--to", $"{Start + 7200}", "--last", "1h");

        Assert.Equal(Rows.Count(row => row.Time < Start + 600), part.GetProperty("rows")[0][0].GetInt64());
        Assert.InRange(part.GetProperty("statistics").GetProperty("chunksSkipped").GetInt64(), 1, int.MaxValue);
        Assert.Equal(Records, part.GetProperty("statistics").GetProperty("rowsScanned").GetInt64() + part.GetProperty("statistics").GetProperty("rowsSkipped").GetInt64());
        Assert.Equal($"{Rows.Count(row => row.Time is >= Start + 3600 and < Start + 7200)}", last.Lines[1]);
    }

    [Fact]
    public async Task SearchAlone_AnswersRecords_AsManyAsTheLimitSays()
    {
        var result = await QueryAsync(await FileAsync(), "dstport: 443", "--limit", "3", "--format", "csv");

        Assert.Equal(4, result.Lines.Length);
        Assert.Contains("there are more than these 3 rows", result.Errors, StringComparison.Ordinal);
        var port = result.Lines[0].Split(',').ToList().IndexOf("dstport");
        Assert.All(result.Lines[1..], line => Assert.Equal("443", line.Split(',')[port]));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("standard input")]
    public async Task WhatCannotBeReadAtAnyPlace_IsAskedAllTheSame(string how)
    {
        var bytes = await File.ReadAllBytesAsync(await FileAsync());
        var expected = (await QueryAsync(_shell.Write("again.flc", bytes), ByPort, "--format", "csv")).Output;

        var result = how == "gzip"
            ? await QueryAsync(_shell.Write("flows.flc.gz", Gzip(bytes)), ByPort, "--format", "csv")
            : await Shell.RunAsync(["query", "-", ByPort, "--format", "csv"], bytes);

        Assert.Equal((0, expected), (result.Code, result.Output));
    }

    [Fact]
    public async Task DamagedFile_IsAskedUpToTheDamage_AndSaysSo()
    {
        var bytes = await File.ReadAllBytesAsync(await FileAsync());
        var file = _shell.Write("cut.flc", bytes[..(bytes.Length * 2 / 3)]);

        var result = await QueryAsync(file, "* | SELECT count(*) AS n FROM log", "--format", "csv");
        var strict = await QueryAsync(file, "* | SELECT count(*) AS n FROM log", "--strict");

        Assert.InRange(long.Parse(result.Lines[1], CultureInfo.InvariantCulture), 1, Records - 1);
        Assert.Contains("what comes before it counts", result.Errors, StringComparison.Ordinal);
        Assert.Equal((0, 1), (result.Code, strict.Code));
    }

    [Fact]
    public async Task EveryProblemOfAQuery_IsShownInIt()
    {
        const string Query = "dstprt: 443 and srcadr: 10.0.0.1";
        var file = await FileAsync();

        var people = await QueryAsync(file, Query);
        var programs = await QueryAsync(file, Query, "--format", "json");

        Assert.Equal((1, "", 2), (people.Code, people.Output, people.Errors.Split('\n').Count(line => line.Trim() is "^^^^^^")));
        var problem = JsonElement.Parse(programs.Errors);
        Assert.Equal("InvalidQueryString", problem.GetProperty("code").GetString());
        Assert.Equal([1, 17], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task RepeatedRuns_AnswerOnce()
    {
        var result = await QueryAsync(await FileAsync(), ByPort, "--format", "csv", "--repeat", "3", "--threads", "2");

        Assert.Equal(1, result.Lines.Count(line => line.StartsWith("dstport", StringComparison.Ordinal)));
        Assert.Contains("the median of 2 hot runs", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.flc")]
    [InlineData("Folder/flows")]
    public async Task WhatIsNeither_IsSaid(string target) =>
        Assert.Contains("there is no such file", (await QueryAsync(target, "*")).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task OtherFiles_AreRefused() =>
        Assert.Contains("no file of chunks", (await QueryAsync(_shell.Write("x.csv", "a,b\n1,2\n"), "*")).Errors, StringComparison.Ordinal);

    private static IReadOnlyList<(int Time, int Port, int Bytes, string Action)> Rows { get; } =
        [.. Enumerable.Range(0, Records).Select(i => (Start + (i * 2), new[] { 22, 53, 80, 443 }[i % 4], 40 + (i * 7919 % 1400), i % 3 == 0 ? "REJECT" : "ACCEPT"))];

    private static Task<Shell.Result> QueryAsync(string target, string query, params string[] options) => Shell.RunAsync(["query", target, query, .. options]);

    /// <summary>In chunks of ten minutes each.</summary>
    private async Task<string> FileAsync()
    {
        var lines = Rows.Select(row => $"eni-1,10.0.0.{row.Bytes % 250},10.0.1.1,40000,{row.Port},6,1,{row.Bytes},{row.Time},{row.Time},{row.Action},OK");
        var csv = _shell.Write("flows.csv", string.Join('\n', ["eni-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log-status", .. lines]));
        var file = Path.Combine(_shell.Folder, "flows.flc");
        Assert.Equal(0, (await Shell.RunAsync(["pack", csv, "--out", file, "--force", "--as", "ingested"])).Code);
        return file;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var gzipped = new MemoryStream();
        using (var gzip = new GZipStream(gzipped, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return gzipped.ToArray();
    }
}
