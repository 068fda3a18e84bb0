using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Health;

/// <summary>Settings of <c>/api/health</c>.</summary>
internal sealed class HealthOptions
{
    public const string Section = "FlowLog:Health";

    /// <summary>Seconds for which an answer is given again, so that callers without a key cost next to nothing.</summary>
    [Range(0, 60)]
    public int CacheSeconds { get; set; } = 5;
}
