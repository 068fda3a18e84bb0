using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Cli.Service;

namespace FlowLog.Cli.Tail;

/// <summary>New records as server-sent events. When the connection ends it is made anew, and goes on behind the last event that came.</summary>
/// <param name="note">Told what a person should know: that it is connecting again, and what is not shown.</param>
internal sealed class RecordTail(ServiceClient service, ServiceRequest request, TimeProvider time, Action<string> note)
{
    private const int MostDoublings = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private string _last = "";
    private TimeSpan _wait = TimeSpan.FromSeconds(1);

    /// <exception cref="ServiceRefusal">The service does not take the request.</exception>
    /// <exception cref="Failure">It cannot be reached the first time.</exception>
    public async IAsyncEnumerable<JsonElement> RecordsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var events = await ConnectAsync(cancellation);
        for (var fails = 0; ;)
        {
            // The stream ends, or says why it broke.
            await using var each = events.GetAsyncEnumerator(cancellation);
            while (await NextAsync(each) is { } next)
            {
                fails = 0;
                if (next.EventType == "record")
                    yield return JsonElement.Parse(next.Data);
                else
                    Tell(next);
            }

            events = null;
            while (events is null)
            {
                await Task.Delay(_wait * (1 << Math.Min(fails, MostDoublings)), time, cancellation);
                events = await ReconnectAsync(fails++, cancellation);
            }
        }
    }

    private async Task<IAsyncEnumerable<SseItem<string>>> ConnectAsync(CancellationToken cancellation)
    {
        var headers = _last.Length > 0 ? new[] { ("Last-Event-ID", _last) } : [];
        var response = await service.OpenAsync(request with { Accept = "text/event-stream", Headers = headers }, cancellation);
        return EventsAsync(response, cancellation);
    }

    /// <returns>Null if it cannot be reached now.</returns>
    private async Task<IAsyncEnumerable<SseItem<string>>?> ReconnectAsync(int fails, CancellationToken cancellation)
    {
        try
        {
            return await ConnectAsync(cancellation);
        }
        catch (Exception fault) when (fault is Failure or ServiceRefusal { IsPassing: true })
        {
            if (fails == 0)
                note($"{fault.Message}; trying again");
            return null;
        }
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using (response)
        {
            await using var body = new AnswerStream(await response.Content.ReadAsStreamAsync(cancellation), service.Access.Url);
            var parser = SseParser.Create(body);
            await foreach (var item in parser.EnumerateAsync(cancellation))
            {
                _wait = item.ReconnectionInterval is { } asked && asked < LongestWait ? asked : _wait;
                _last = parser.LastEventId;
                yield return item;
            }

            _last = parser.LastEventId;
        }
    }

    private async Task<SseItem<string>?> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current : null;
        }
        catch (Failure broken)
        {
            note($"{broken.Message}; connecting again");
            return null;
        }
    }

    private void Tell(SseItem<string> item)
    {
        if (item.EventType != "gap")
            return;
        var gap = JsonElement.Parse(item.Data);
        note($"records from {new AnswerColumn("from").Of(gap)} to {new AnswerColumn("to").Of(gap)} that came meanwhile are not shown; export has them");
    }
}
