using System.Collections.Concurrent;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>
/// What a page must not do: log an error or warning, throw, violate its content security policy, ask another host, fail a request, open a
/// dialog of the browser.
/// </summary>
internal sealed class PageFaults
{
    // Chromium reports a policy's violation on its console too, but not each kind of it.
    private const string ReportViolations = """
        document.addEventListener('securitypolicyviolation', event =>
            console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
        """;

    private readonly Uri _console;
    private readonly ConcurrentQueue<string> _found = new();
    private readonly List<(int Status, string Path)> _expected = [];

    private PageFaults(Uri console) => _console = console;

    public IReadOnlyCollection<string> Found => _found;

    public static async Task<PageFaults> WatchAsync(IBrowserContext context, Uri console)
    {
        var faults = new PageFaults(console);
        await context.AddInitScriptAsync(ReportViolations);
        context.Console += (_, message) => faults.OnConsole(message);
        context.WebError += (_, error) => faults._found.Enqueue("Thrown: " + error.Error);
        context.Request += (_, request) => faults.OnRequest(request);
        context.Response += (_, response) => faults.OnResponse(response);
        context.RequestFailed += (_, request) => faults.OnRequestFailed(request);
        context.Dialog += (_, dialog) => faults.OnDialog(dialog);
        return faults;
    }

    /// <summary>One answer of this status at this path is no fault; that it does not come is one.</summary>
    public void Expect(int status, string path)
    {
        lock (_expected) _expected.Add((status, path));
    }

    public void AssertNone()
    {
        lock (_expected)
            Assert.True(_found.IsEmpty && _expected.Count == 0, string.Join('\n', [.. _found, .. _expected.Select(answer => $"No answer {answer.Status}: {answer.Path}")]));
    }

    private void OnConsole(IConsoleMessage message)
    {
        // Of an answer's status the response tells more.
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            _found.Enqueue($"Console: {message.Text} ({message.Location})");
    }

    private void OnRequest(IRequest request)
    {
        if (new Uri(request.Url) is { Scheme: not ("data" or "blob" or "about") } address && address.Authority != _console.Authority)
            _found.Enqueue("Request to another host: " + request.Url);
    }

    private void OnResponse(IResponse response)
    {
        if (response.Status < 400) return;
        lock (_expected)
            if (_expected.Remove((response.Status, new Uri(response.Url).AbsolutePath)))
                return;
        _found.Enqueue($"Answer {response.Status}: {response.Request.Method} {response.Url}");
    }

    private void OnRequestFailed(IRequest request)
    {
        // The console gives up requests that nobody waits for any more.
        if (request.Failure != "net::ERR_ABORTED")
            _found.Enqueue($"Request failed ({request.Failure}): {request.Method} {request.Url}");
    }

    private void OnDialog(IDialog dialog)
    {
        _found.Enqueue($"Dialog of the browser: {dialog.Message}");
        _ = dialog.DismissAsync();
    }
}
