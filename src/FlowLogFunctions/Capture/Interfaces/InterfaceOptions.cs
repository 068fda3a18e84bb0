using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Settings <c>FlowLog:Interfaces</c>: of network interfaces that are captured.</summary>
internal sealed class InterfaceOptions
{
    public const string Section = "FlowLog:Interfaces";

    /// <summary>The ring of each interface, in MiB of memory that is not swapped. 1 to 1024; 32 by default.</summary>
    [Range(1, 1024)]
    public int RingMebibytes { get; set; } = 32;

    /// <summary>
    /// Flows of one ENI, of windows that have not been handed over, some 130 bytes each; past it the oldest windows are given up.
    /// 1,000 to 50,000,000; 2,000,000 by default.
    /// </summary>
    [Range(1_000, 50_000_000)]
    public int HeldFlows { get; set; } = 2_000_000;
}
