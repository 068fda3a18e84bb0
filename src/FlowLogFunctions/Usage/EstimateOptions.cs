using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Usage;

/// <summary>Settings <c>FlowLog:Estimate</c>.</summary>
internal sealed class EstimateOptions
{
    public const string Section = "FlowLog:Estimate";

    /// <summary>ENIs of a VSwitch or VPC that are looked at; the rest is taken to be like them. 1 to 1,000; 50 by default.</summary>
    [Range(1, 1_000)]
    public int MostEnis { get; set; } = 50;

    /// <summary>Seconds that an estimate takes at most: what has been read by then is what it rests on. 1 to 200; 20 by default.</summary>
    [Range(1, 200)]
    public int Seconds { get; set; } = 20;
}
