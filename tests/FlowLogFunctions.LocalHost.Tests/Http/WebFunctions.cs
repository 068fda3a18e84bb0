using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LocalHost.Tests.Http;

internal sealed class WebFunctions(RequestLog log)
{
    [Function("GetItem")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "delete", Route = "api/items/{id}")] HttpRequest request, string id) =>
        Results.Text($"{request.Method} item {id}");

    [Function("NewItem")]
    public static Task<IResult> New([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/items/new")] HttpRequest request) =>
        Task.FromResult(Results.Text("the literal wins"));

    [Function("PostItem")]
    public IActionResult Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/items")] HttpRequest request) =>
        new CreatedResult("/api/items/1", new { Id = 1 });

    [Function("Page")]
    public IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/pages/{number:int?}")] HttpRequest request, int? number) =>
        Results.Text($"page {number?.ToString() ?? "none"}");

    [Function("Number")]
    public IResult Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/numbers/{number}")] HttpRequest request, int number) =>
        Results.Text($"number {number}");

    [Function("Files")]
    public IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string? path) =>
        Results.Text($"file {path}");

    [Function("Plain")]
    public object Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plain")] HttpRequest request) => new { Plain = true };

    [Function("Missing")]
    public IResult Missing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/missing")] HttpRequest request) => Results.NotFound();

    [Function("Crash")]
    public IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/crash")] HttpRequest request) =>
        throw new InvalidOperationException("the secret reason");

    [Function("Upload")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/upload")] HttpRequest request, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        long total = 0;
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0; total += read)
            log.FirstBytes.TrySetResult();
        return Results.Text($"{total}");
    }

    [Function("Wait")]
    public async Task<IResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/wait")] HttpRequest request, CancellationToken cancellation)
    {
        using var cancelled = cancellation.Register(() => log.Cancelled.TrySetResult());
        log.Waiting.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellation);
        return Results.Ok();
    }
}
