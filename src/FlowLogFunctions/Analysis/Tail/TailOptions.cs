using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>Settings <c>FlowLog:Tail</c>.</summary>
internal sealed class TailOptions
{
    public const string Section = "FlowLog:Tail";

    /// <summary>Tails that one process serves at the same time. 1 to 1000; 20 by default.</summary>
    [Range(1, 1000)]
    public int MaxTails { get; set; } = 20;

    /// <summary>Of them those of one account, whichever of its keys asks for them. 1 to 1000; 10 by default.</summary>
    [Range(1, 1000)]
    public int MaxTailsPerAccount { get; set; } = 10;

    /// <summary>
    /// Seconds after which a tail ends and the caller connects again. 1 to 225; 220 by default. The load balancer in front of Azure
    /// Functions cuts every answer off after 230: an end that is said comes before one that is not.
    /// </summary>
    [Range(1, 225)]
    public int Seconds { get; set; } = 220;
}
