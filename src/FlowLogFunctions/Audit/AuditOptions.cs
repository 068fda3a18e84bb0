using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Audit;

/// <summary>Settings <c>FlowLog:Audit</c>.</summary>
internal sealed class AuditOptions
{
    public const string Section = "FlowLog:Audit";

    /// <summary>Days for which records are kept.</summary>
    [Range(1, 3650)]
    public int TtlDays { get; set; } = 90;
}
