using FlowLog.Flows;

namespace FlowLog.Benchmarks.Packing;

/// <summary>Records under AWS's names in their default order, as every store here reads them.</summary>
internal static class RecordsCsv
{
    public const string Head = "version,account-id,interface-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,end,action,log-status";

    public static string Line(string eni, in FiveTuple flow, long packets, long bytes, long start, long end, bool isRejected) => FormattableString.Invariant(
        $"2,123456789010,{eni},{flow.Source},{flow.Destination},{flow.SourcePort},{flow.DestinationPort},{flow.Protocol},{packets},{bytes},{start},{end},{(isRejected ? "REJECT" : "ACCEPT")},OK");
}
