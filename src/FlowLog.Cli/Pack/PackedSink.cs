using FlowLog.Cli.Output;
using FlowLog.Cli.Records;
using FlowLog.Files.Packing;
using FlowLog.Flows;
using FlowLog.Imports.Records;

namespace FlowLog.Cli.Pack;

/// <summary>Puts flows that were counted from packets or tuples into a file of chunks, with the fields that the command line prints of them.</summary>
internal sealed class PackedSink(RowPacker packer, string eniId) : IRowSink
{
    private const long RecordVersion = 1;

    private readonly RecordRow _record = new();

    public async Task PrintAsync(IEnumerable<FlowRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            Fill(row);
            if (packer.Add(_record))
                await packer.WriteAsync(cancellation);
        }
    }

    public Task EndAsync(CancellationToken cancellation) => Task.CompletedTask;

    private void Fill(in FlowRow row)
    {
        var (flow, record) = (row.Flow.Flow, _record);
        record.Clear();
        record.Set(FlowFields.Version, RecordVersion);
        record.Set(FlowFields.EniId, eniId);
        record.Set(FlowFields.Type, flow.Source.IsIPv6 ? 1 : 0);
        record.Set(FlowFields.Protocol, flow.Protocol);
        record.Set(FlowFields.Source, flow.Source);
        record.Set(FlowFields.SourcePort, flow.SourcePort);
        record.Set(FlowFields.Destination, flow.Destination);
        record.Set(FlowFields.DestinationPort, flow.DestinationPort);
        record.Set(FlowFields.Direction, (long)row.Direction);
        record.Set(FlowFields.Action, (long)row.Verdict.Action);
        record.Set(FlowFields.Packets, row.Flow.Packets);
        record.Set(FlowFields.Bytes, row.Flow.Bytes);
        record.Set(FlowFields.Start, row.Start);
        record.Set(FlowFields.End, row.End);
        record.Set(FlowFields.TcpFlags, row.Flow.TcpFlags);
        record.Set(FlowFields.RuleId, row.Verdict.RuleId ?? "");
        record.Set(FlowFields.RuleVersion, row.Verdict.RuleVersion);
        record.Set(FlowFields.Icmp, row.Flow.Icmp.ToString());
    }
}
