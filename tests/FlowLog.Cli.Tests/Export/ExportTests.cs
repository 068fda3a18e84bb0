using System.IO.Compression;
using System.Text;
using FlowLog.Cli.Tests.Service;

namespace FlowLog.Cli.Tests.Export;

public sealed class ExportTests : IDisposable
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 5000).Select(i => $$"""{"start":{{i}},"bytes":{{i * 3}}}""" + "\n"));

    private readonly Shell _shell = new();

    private string File => Path.Combine(_shell.Folder, "flows");

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_HasWhatTheServiceSends(bool isGzip)
    {
        var body = isGzip ? Gzip(Text) : Encoding.UTF8.GetBytes(Text);
        await using var service = await Responder.StartAsync(context =>
        {
            context.Response.Headers["X-Completeness"] = "share=0.75, observed=3, no-traffic=0, sampled=0, skipped=0, late=0, lost=1, not-logged=9, pending=2";
            return context.Response.Body.WriteAsync(body).AsTask();
        });

        var result = await RunAsync(service, "action: REJECT", "--from", "2026-01-01", "--to", "1767312000", isGzip ? "--gzip" : "--quiet=false");

        Assert.Equal((0, ""), (result.Code, result.Output));
        Assert.Equal(body, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal([File], Directory.GetFiles(_shell.Folder));
        Assert.StartsWith($"5,000 records, {body.Length:N0} bytes in ", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("75 % complete; minutes that are not there: 1 lost, 2 pending\n", result.Errors, StringComparison.Ordinal);
        Assert.Equal(
            $"GET /api/projects/logs/logstores/flows/export?from=1767225600&to=1767312000&query=action%3A%20REJECT&format=ndjson&compress={(isGzip ? "gzip" : "none")}",
            Assert.Single(service.Requests));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BodyThatBreaksOff_LeavesNoFile(bool isGzip)
    {
        var body = isGzip ? Gzip(Text) : Encoding.UTF8.GetBytes(Text);
        await using var service = await Responder.StartAsync(context => Responder.BreakOffAsync(context, body[..(body.Length / 2)]));

        var result = await RunAsync(service, isGzip ? ["--gzip"] : []);

        Assert.Equal((5, ""), (result.Code, result.Output));
        Assert.Contains("broke off", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(-5)]
    public async Task CompressedBodyWithoutItsEnd_LeavesNoFile(int length)
    {
        var body = Gzip(Text);
        await using var service = await Responder.StartAsync(context =>
            context.Response.Body.WriteAsync(body.AsMemory(0, length < 0 ? body.Length + length : length)).AsTask());

        var result = await RunAsync(service, "--gzip");

        Assert.Equal(5, result.Code);
        Assert.Contains("damaged", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public async Task Refusal_ShowsThePlaceInTheSearch_AndLeavesNoFile()
    {
        await using var service = await Responder.StartAsync(
            400,
            """{"code":"InvalidQueryString","detail":"1 problem in the query; see errors.","errors":[{"field":"query","code":"UnknownField","message":"There is no field 'srcadr'.","line":2,"column":5,"length":6}]}""");

        var result = await RunAsync(service, "action: ACCEPT\nand srcadr: 10.0.0.1");

        Assert.Equal(1, result.Code);
        Assert.Equal(
            """
            flowlog: InvalidQueryString: 1 problem in the query; see errors.
              2:5: There is no field 'srcadr'. (UnknownField)
                and srcadr: 10.0.0.1
                    ^^^^^^

            """,
            result.Errors);
        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public async Task FileThatIsThere_IsNotReplaced()
    {
        await System.IO.File.WriteAllTextAsync(File, "mine");
        await using var service = await Responder.StartAsync(200, Text);

        Assert.Equal(1, (await RunAsync(service)).Code);
        Assert.Equal("mine", await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal(0, (await RunAsync(service, "--force")).Code);
        Assert.Equal(Text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Hyphen_IsTheStandardOutput()
    {
        await using var service = await Responder.StartAsync(200, "a,b\n\"1\n1\",2\n3,4\n");

        var result = await service.RunAsync(["export", "logs/flows", "--out", "-", "--format", "csv"]);

        Assert.Equal("a,b\n\"1\n1\",2\n3,4\n", result.Output);
        Assert.StartsWith("2 records, ", result.Errors, StringComparison.Ordinal);
        Assert.Equal("", (await service.RunAsync(["export", "logs/flows", "--out", "-", "--quiet"])).Errors);
    }

    private Task<Shell.Result> RunAsync(Responder service, params string[] arguments) =>
        service.RunAsync(["export", "logs/flows", "--out", File, .. arguments]);

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
