using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Tests.Network;

/// <summary>The session table beside a list that is searched from end to end.</summary>
public sealed class SessionModelTests
{
    private const long Second = 1_000_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(SessionTable.DefaultCapacity)]
    public void RandomFlows_GetTheVerdictsOfTheModel(int capacity)
    {
        var seed = RandomNetwork.NewSeed();
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var network = new RandomNetwork(random);
            AccessPolicy[] policies = [PolicyOf(network), PolicyOf(network), PolicyOf(new RandomNetwork(random))];
            var sessions = new SessionTable(capacity);
            var model = new Model(capacity);
            FiveTuple[] flows = [.. Enumerable.Range(0, 10).Select(_ => network.Flow(random))];
            var first = 0L;
            for (var i = 0; i < 400; i++)
            {
                first += random.Next(4) == 0 ? random.Next(400) * Second : random.Next(3);
                var last = first + (random.Next(3) * 300 * Second);
                var flow = flows[random.Next(10)];
                if (random.Next(2) == 0)
                    flow = flow.Reversed;
                var direction = (Direction)random.Next(3);
                var policy = policies[i * policies.Length / 400];
                var expected = model.Judge(policy, flow, direction, first, last);
                var actual = sessions.Judge(policy, flow, direction, first, last);
                if (expected != actual)
                    Assert.Fail($"Seed {seed}, round {round}, flow {i}: {direction} {flow}: {actual}, not {expected}.");
                Assert.Equal(model.Count, sessions.Count);
            }
        }
    }

    private static AccessPolicy PolicyOf(RandomNetwork network) => new(network.Groups, network.Members, network.PrefixLists);

    private sealed class Model(int capacity)
    {
        private readonly List<Entry> _entries = [];

        public int Count => _entries.Count;

        public Verdict Judge(AccessPolicy policy, FiveTuple flow, Direction direction, long first, long last)
        {
            if (direction == Direction.None)
                return Verdict.None;
            while (_entries.Count > 0 && first - _entries[0].Last > 910 * Second)
                _entries.RemoveAt(0);
            var found = _entries.Find(entry => entry.Direction == direction ? entry.Flow == flow : entry.Flow == flow.Reversed);
            if (found is not null)
            {
                _entries.Remove(found);
                var now = policy.Judge(found.Flow, found.Direction);
                if (first - found.Last <= 910 * Second && now.Action == FlowAction.Accept)
                {
                    _entries.Add(found with { Last = Math.Max(found.Last, last) });
                    return now;
                }
            }
            var verdict = policy.Judge(flow, direction);
            if (verdict.Action == FlowAction.Accept)
            {
                if (_entries.Count == capacity)
                    _entries.RemoveAt(0);
                _entries.Add(new Entry(flow, direction, last));
            }
            return verdict;
        }

        private sealed record Entry(FiveTuple Flow, Direction Direction, long Last);
    }
}
