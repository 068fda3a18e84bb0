using FlowLog.Imports;
using FlowLog.Tests.Packets;

namespace FlowLog.Tests.Imports;

/// <summary>The same bytes in other pieces give the same flows.</summary>
public sealed class ImportResumeTests
{
    public static TheoryData<string, byte[]> All() => SomeLogs.All();

    [Theory]
    [MemberData(nameof(All))]
    public async Task AnyReadSize_GivesTheSameFlows(string name, byte[] bytes)
    {
        var whole = await Logs.ReadAsync(bytes);
        var random = new Random(name.Length);
        for (var count = 0; count < 30; count++)
        {
            var most = random.Next(1, 200);

            Assert.Equal(whole.Flows, (await Logs.ReadAsync(new TrickleStream(bytes, most))).Flows);
            Assert.Equal(whole.Flows, (await Logs.ReadAsync(new TrickleStream(Logs.Gzip(bytes), most))).Flows);
        }

        Assert.True(whole.Flows.Count > 10 && whole.Reader.Damage is null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task AnyPosition_CanBeGoneOnFrom(string name, byte[] bytes)
    {
        var whole = await Logs.ReadAsync(bytes);
        var reader = await FlowImportReader.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        for (var read = 0; read == 0 || await reader.ReadAsync(CancellationToken.None); read++)
        {
            // Between the directions of a tuple one goes on before the tuple.
            var isBetween = read > 0 && read < whole.Flows.Count && whole.Flows[read].Flow == whole.Flows[read - 1].Flow.Reversed;

            var rest = await Logs.ReadAsync(new MemoryStream(bytes), reader.Position);

            Assert.True(whole.Flows.Skip(isBetween ? read - 1 : read).SequenceEqual(rest.Flows), $"{name} {read}");
            Assert.Null(rest.Reader.Damage);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task GrowingLog_IsReadOnWithoutLossOrRepetition(string name, byte[] bytes)
    {
        var whole = await Logs.ReadAsync(bytes);
        var random = new Random(name.Length);
        for (var count = 0; count < 20; count++)
        {
            var (flows, position) = (new List<ImportedFlow>(), 0L);
            for (var end = random.Next(200, 600); ; end += random.Next(1, 900))
            {
                var part = await Logs.ReadAsync(new MemoryStream(bytes[..Math.Min(end, bytes.Length)]), position);
                flows.AddRange(part.Flows);
                position = Math.Max(position, part.Reader.Position);
                if (end >= bytes.Length)
                    break;
            }

            Assert.True(whole.Flows.SequenceEqual(flows), $"{name} {count}");
        }
    }

    [Fact]
    public async Task PlaceBehindTheEnd_IsABadResumePoint()
    {
        var log = await Logs.ReadAsync(new MemoryStream(Logs.Bytes(Logs.VNet())), 100_000);

        Assert.Equal(ImportDamageReason.BadResumePoint, log.Reader.Damage?.Reason);
    }
}
