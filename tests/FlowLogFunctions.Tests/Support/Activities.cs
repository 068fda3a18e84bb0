using System.Collections.Concurrent;
using System.Diagnostics;
using FlowLogFunctions.Observability;

namespace FlowLogFunctions.Tests.Support;

/// <summary>The app's activities that end meanwhile; other tests of the process may have some too.</summary>
internal sealed class Activities : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];

    public Activities()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == Traces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Those of one account.</summary>
    public IReadOnlyList<Activity> Of(string accountId) => [.. _ended.Where(activity => activity.GetTagItem("flowlog.account") as string == accountId)];

    public IReadOnlyList<Activity> All => [.. _ended];

    /// <summary>All that activities say, to look for what they must not.</summary>
    public string Text => string.Join('\n', _ended.Select(activity =>
        $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(one => one.Tags))} {string.Join(' ', activity.Baggage)}"));

    public void Dispose() => _listener.Dispose();
}
