using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.Analysis;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis;

public sealed class RecordHashTests
{
    [Fact]
    public void SameRecord_SameNumberWhereverItLies()
    {
        var records = SomeFlows.Of(new Random(1), 0, 500);
        var all = FlowColumns.Of(records);
        var hash = new RecordHash(all);

        for (var row = 0; row < records.Count; row++)
        {
            var alone = ChunkDecoder.Decode(ChunkEncoder.Encode(FlowColumns.Of([records[row]])), FlowFields.All);
            Assert.Equal(hash.Of(row), new RecordHash(alone).Of(0));
        }
    }

    [Fact]
    public void AnyFieldChanged_AnotherNumber()
    {
        var record = SomeFlows.Of(new Random(2), 0, 1)[0];
        var others = new[]
        {
            record, record with { AccountId = "2" }, record with { Region = "2" }, record with { VpcId = "2" }, record with { VSwitchId = "2" },
            record with { VmId = "2" }, record with { EniId = "2" }, record with { Flow = record.Flow with { Source = IpAddress.V4(77) } },
            record with { Flow = record.Flow with { Destination = IpAddress.V4(77) } }, record with { Flow = record.Flow with { SourcePort = 0 } },
            record with { Flow = record.Flow with { DestinationPort = 0 } }, record with { Flow = record.Flow with { Protocol = 99 } },
            record with { Direction = Direction.Out }, record with { Action = FlowAction.None }, record with { Packets = 0 }, record with { Bytes = 0 },
            record with { Start = -1 }, record with { End = -1 }, record with { TcpFlags = 255 }, record with { Status = LogStatus.SkipData },
            record with { TrafficPath = 15 }, record with { RuleId = "2" }, record with { RuleVersion = 2 }, record with { SkipReason = "2" },
            record with { Icmp = "2" }, record with { SamplingRate = 2 }, record with { BytesError = 2 },
        };
        var hash = new RecordHash(FlowColumns.Of(others));

        Assert.Equal(others.Length, Enumerable.Range(0, others.Length).Select(hash.Of).Distinct().Count());
    }

    [Fact]
    public void Number_IsTheSameForEver()
    {
        var record = new FlowRecord { EniId = "eni-1", Flow = new(IpAddress.V4(1), new IpAddress(1, true), 2, 3, 6), Packets = 4, Bytes = 5, Start = 6, End = 7 };

        Assert.Equal(11623738758602537898UL, new RecordHash(FlowColumns.Of([record])).Of(0));
    }
}
