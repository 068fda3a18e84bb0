using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Reports;

/// <summary>Why a report is not given.</summary>
internal static class ReportRefusals
{
    public static Refusal Unknown(string name) => Refusal.NotFound("report", name, "ReportNotExist");
}
