using System.Net.ServerSentEvents;
using System.Text;
using FlowLog.Scan;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Tail;

/// <summary>A tail whose time goes on as fast as it works.</summary>
internal sealed class WatchedTail : IAsyncDisposable
{
    private readonly ManualTimers _time = new(DateTimeOffset.UtcNow);
    private readonly CancellationTokenSource _left = new();
    private readonly StringBuilder _text = new();
    private readonly TailArrivals _arrivals;
    private readonly TailRun _run;
    private Task _running = Task.CompletedTask;

    private WatchedTail(LogstoreSite site, LogstoreWorker worker, TailRequest request, int seconds)
    {
        _arrivals = new(worker.Tables, site.Logstore.Id, request, _time);
        _run = new(_arrivals, request, TimeSpan.FromSeconds(seconds), _time);
    }

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public IReadOnlyList<SseItem<string>> Events => [.. SseParser.Create(new MemoryStream(Encoding.UTF8.GetBytes(Text))).Enumerate()];

    /// <summary>The data of its records, in their order.</summary>
    public IReadOnlyList<string> Records => [.. Events.Where(item => item.EventType == "record").Select(item => item.Data)];

    public string LastId => Text.Split('\n').Last(line => line.StartsWith("id: ", StringComparison.Ordinal))[4..];

    public static async Task<WatchedTail> OpenAsync(LogstoreSite site, LogstoreWorker worker, string? after = null, long? from = null, int seconds = 3000)
    {
        TailCursor? cursor = null;
        if (after is not null)
        {
            Assert.True(TailCursor.TryParse(PageRequest.Unseal(after)!, out var place));
            cursor = place;
        }

        var tail = new WatchedTail(site, worker, new TailRequest(FlowPredicate.All, from, cursor), seconds);
        await tail._arrivals.BeginAsync(default);
        tail._running = tail.RunAsync();
        return tail;
    }

    /// <summary>Lets time go on until the tail has shown so many records, and for some looks more.</summary>
    public async Task ShowAsync(int records)
    {
        while (Records.Count < records)
            await AdvanceAsync();
        for (var looks = 0; looks < 6;)
            looks += await AdvanceAsync() ? 1 : 0;
    }

    public async Task EndAsync()
    {
        for (; !_running.IsCompleted; await Task.Delay(1))
            _time.Advance();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await Task.WhenAny(_running);
        _left.Dispose();
    }

    /// <summary>False while the tail is at work.</summary>
    private async Task<bool> AdvanceAsync()
    {
        Assert.False(_running.IsCompleted, _running.Exception?.ToString() ?? "the tail has ended");
        var isMoved = _time.Advance();
        await Task.Delay(1);
        return isMoved;
    }

    private async Task RunAsync()
    {
        await foreach (var part in _run.RunAsync(_left.Token))
        {
            lock (_text)
                _text.Append(Encoding.UTF8.GetString(part.Span));
        }
    }
}
