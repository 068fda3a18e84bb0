using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Hosting;

/// <summary>Settings <c>FlowLog:Regions</c>: the regions that this service serves.</summary>
internal sealed class RegionOptions
{
    public const string Section = "FlowLog:Regions";

    /// <summary>Region ids; none means Alibaba Cloud's regions with flow logs.</summary>
    public IList<string> Ids { get; set; } = [];

    /// <summary>The region of requests that name none; one of <see cref="Ids"/>.</summary>
    [Required]
    public string Default { get; set; } = "cn-hangzhou";
}
