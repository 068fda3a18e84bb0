using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Network;
using FlowLog.Packets;
using FlowLogFunctions.Capture;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLog.Benchmarks.Traffic;

/// <summary>
/// Flow records as capture makes them of the generator's traffic: web servers behind a security group, in windows of ten minutes.
/// The same number of an ENI and of a window always makes the same records.
/// </summary>
/// <param name="flowsPerMinute">Of each ENI.</param>
internal sealed class GeneratedTraffic(int flowsPerMinute)
{
    private const int WindowsPerHour = 6;
    private const int WindowSeconds = 600;
    private const int Minute = 60;

    public static readonly Scope Scope = new("1000000000000001", "cn-hangzhou");

    /// <summary>The start of the first window, Unix seconds: a fixed hour, so that every run has the same bytes.</summary>
    private static readonly long FirstWindow = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static readonly TrafficPaths Paths = new(null);

    /// <summary>At least so many records of one hour, as full queue messages for one flow log.</summary>
    public IReadOnlyList<Batch> Batches(int records, string flowLogId)
    {
        var batches = new List<Batch>();
        var ofEniAndHour = WindowsPerHour * WindowSeconds / Minute * flowsPerMinute;
        var enis = (records + ofEniAndHour - 1) / ofEniAndHour;
        var made = 0;
        for (var number = 0; made < records; number++)
        {
            var (window, eni) = (number / enis, number % enis);
            var rows = FlowColumns.Of(Window(eni, window));
            made += rows.Count;
            var id = FormattableString.Invariant($"{EniId(eni)}-{window:D8}");
            batches.AddRange(BatchSplitter.Split(id, Scope.AccountId, Scope.Region, EniId(eni), [flowLogId], rows));
        }

        return batches;
    }

    /// <summary>Exactly so many records, from as few windows as have them; like a message's, the last window's are a part of the order of flows.</summary>
    public IReadOnlyList<FlowRecord> Records(int count)
    {
        var records = new List<FlowRecord>();
        for (var number = 0; records.Count < count; number++)
            records.AddRange(Window(number / WindowsPerHour, number % WindowsPerHour));
        return records[..count];
    }

    private List<FlowRecord> Window(int number, int window)
    {
        var eni = Eni(number);
        var flows = new FlowAggregator(WindowSeconds);
        var start = FirstWindow + (window * WindowSeconds);
        for (var minute = start; minute < start + WindowSeconds; minute += Minute)
            new GeneratedMinute(eni, minute).AddTo(flows, start, start + WindowSeconds);
        var judge = new FlowJudge(Groups(), eni.Addresses.ToHashSet(), new SessionTable(latenessNs: FlowJudge.LatenessNs));
        return [.. judge.Judge([.. flows.Drain()]).Select(judged => Record(eni, judged.Flow, judged.Direction, judged.Verdict))];
    }

    private static FlowRecord Record(Eni eni, in FlowTotals flow, Direction direction, in Verdict verdict) => new()
    {
        AccountId = Scope.AccountId,
        Region = Scope.Region,
        VpcId = eni.VpcId,
        VSwitchId = eni.VSwitchId,
        VmId = eni.InstanceId!,
        EniId = eni.Id,
        Flow = flow.Flow,
        Direction = direction,
        Action = verdict.Action,
        Packets = flow.Packets,
        Bytes = flow.Bytes,
        Start = UnixTime.Seconds(flow.FirstNanoseconds),
        End = UnixTime.Seconds(flow.LastNanoseconds),
        TcpFlags = flow.TcpFlags,
        TrafficPath = Paths.Of(flow.Flow, direction),
        RuleId = verdict.RuleId,
        RuleVersion = verdict.RuleVersion,
    };

    private Eni Eni(int number) => new()
    {
        Id = EniId(number),
        CreatedAt = DateTimeOffset.UnixEpoch,
        VpcId = "vpc-bp1bench000000000",
        VSwitchId = "vsw-bp1bench000000000",
        InstanceId = FormattableString.Invariant($"i-bp1bench{number:D11}"),
        PrivateIpAddresses = [FormattableString.Invariant($"10.0.{number / 250}.{(number % 250) + 4}")],
        SecurityGroupIds = ["sg-bp1bench0000000000"],
        Source = new(TrafficSourceType.Generator, number + 1, flowsPerMinute),
    };

    private static string EniId(int number) => FormattableString.Invariant($"eni-bp1bench{number:D9}");

    /// <summary>Web and ping come in; what else the generator tries is refused by the group's default.</summary>
    private static SecurityGroupHistory Groups() => new(
        [
            new SecurityGroup
            {
                Id = "sg-bp1bench0000000000",
                Rules = [Ingress("https", RuleProtocol.Tcp, new(443, 443)), Ingress("http", RuleProtocol.Tcp, new(80, 80)), Ingress("ping", RuleProtocol.Icmp, PortRange.Any)],
            },
        ],
        MemberHistory.None,
        []);

    private static SecurityRule Ingress(string name, RuleProtocol protocol, PortRange ports) => new()
    {
        Id = $"sgr-bp1bench{name.PadRight(9, '0')}",
        Direction = RuleDirection.Ingress,
        Protocol = protocol,
        Ports = ports,
    };
}
