namespace FlowLogFunctions.Limits;

/// <summary>
/// An allowance for each id that fills up over time. Ids may be anything, and as many as somebody thinks up: past <paramref name="most"/> those
/// that come new share one allowance.
/// </summary>
/// <param name="perSecond">What comes in; 0 means that nothing is limited.</param>
/// <param name="burst">What there is at most.</param>
internal sealed class TokenBuckets(double perSecond, double burst, TimeProvider time, int most = 10_000)
{
    private const string Shared = "";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private DateTimeOffset _swept = DateTimeOffset.MinValue;

    private sealed record Bucket(double Tokens, DateTimeOffset At);

    /// <summary>Ids that are kept in memory.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _buckets.Count;
        }
    }

    /// <summary>Takes the cost of a call, or nothing if there is less; then it says how long it is until there is enough.</summary>
    /// <param name="cost">More than the burst counts as the burst.</param>
    public TimeSpan? Take(string id, double cost)
    {
        if (perSecond <= 0)
            return null;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var key = KeyOf(id, now);
            var (tokens, wanted) = (Tokens(key, now), Math.Min(cost, burst));
            if (tokens < wanted)
                return TimeSpan.FromSeconds((wanted - tokens) / perSecond);
            _buckets[key] = new(tokens - wanted, now);
            return null;
        }
    }

    /// <summary>How long it is until there is one; null if there is.</summary>
    public TimeSpan? Wait(string id)
    {
        if (perSecond <= 0)
            return null;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var tokens = Tokens(KeyOf(id, now), now);
            return tokens >= 1 ? null : TimeSpan.FromSeconds((1 - tokens) / perSecond);
        }
    }

    /// <summary>Whether something was taken of an id's own allowance and has not come in again.</summary>
    public bool Knows(string id)
    {
        lock (_lock)
            return _buckets.ContainsKey(id);
    }

    private double Tokens(string key, DateTimeOffset now) =>
        _buckets.TryGetValue(key, out var bucket) ? Filled(bucket, now) : burst;

    /// <summary>A clock that is set back fills nothing.</summary>
    private double Filled(Bucket bucket, DateTimeOffset now) =>
        Math.Min(burst, bucket.Tokens + (Math.Max(0, (now - bucket.At).TotalSeconds) * perSecond));

    private string KeyOf(string id, DateTimeOffset now)
    {
        if (_buckets.Count < most || _buckets.ContainsKey(id))
            return id;
        Sweep(now);
        return _buckets.Count < most ? id : Shared;
    }

    /// <summary>Forgets those that are full: they are as if they were new.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (now - _swept < SweepEvery && now >= _swept)
            return;
        _swept = now;
        foreach (var (id, bucket) in _buckets)
        {
            if (Filled(bucket, now) >= burst)
                _buckets.Remove(id);
        }
    }
}
