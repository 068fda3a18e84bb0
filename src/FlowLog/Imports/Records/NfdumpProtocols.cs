using System.Text;

namespace FlowLog.Imports.Records;

/// <summary>The names that nfdump 1.7 prints for protocols, whatever it was asked for; it has none for the others.</summary>
internal static class NfdumpProtocols
{
    private const string Names =
        "0,ICMP,IGMP,GGP,IPIP,ST,TCP,CBT,EGP,IGP,BBN,NVPII,PUP,ARGUS,ENCOM,XNET,CHAOS,UDP,MUX,DCN,HMP,PRM,XNS,Trnk1,Trnk2,Leaf1,Leaf2,RDP,"
        + "IRTP,ISO-4,NETBK,MFESP,MEINP,DCCP,3PC,IDPR,XTP,DDP,IDPR,TP++,IL,IPv6,SDRP,Rte6,Frag6,IDRP,RSVP,GRE,MHRP,BNA,ESP,AH,INLSP,SWIPE,"
        + "NARP,MOBIL,TLSP,SKIP,ICMP6,NOHE6,OPTS6,HOST,CFTP,NET,SATNT,KLAN,RVD,IPPC,FS,SATM,VISA,IPCV,CPNX,CPHB,WSN,PVP,BSATM,SUNND,WBMON,"
        + "WBEXP,ISOIP,VMTP,SVMTP,VINES,TTP,NSIGP,DGP,TCF,EIGRP,OSPF,S-RPC,LARP,MTP,AX.25,OS,MICP,SCCSP,ETHIP,ENCAP,99,GMTP,IFMP,PNNI,PIM,"
        + "ARIS,SCPS,QNX,A/N,IPcmp,SNP,CpqPP,IPXIP,VRRP,PGM,0hop,L2TP,DDX,IATP,STP,SRP,UTI,SMP,SM,PTP,ISIS4,FIRE,CRTP,CRUDP,128,IPLT,SPS,"
        + "PIPE,SCTP,FC,134,MHEAD,UDP-L,MPLS";

    private const int Icmp = 1;
    private const int Tcp = 6;
    private const int Udp = 17;

    private static readonly Dictionary<string, int> Known = Names.Split(',')
        .Select((name, number) => (name, number)).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.number);

    /// <summary>IDPR is the name of both 35 and 38; it is taken for 35.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long number)
    {
        text = text.Trim((byte)' ');
        number = text.SequenceEqual("TCP"u8) ? Tcp : text.SequenceEqual("UDP"u8) ? Udp : text.SequenceEqual("ICMP"u8) ? Icmp : 0;
        if (number > 0 || FieldText.TryNumber(text, byte.MaxValue, out number))
            return true;
        var isKnown = Known.TryGetValue(Encoding.UTF8.GetString(text), out var found);
        number = found;
        return isKnown;
    }
}
