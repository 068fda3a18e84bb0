using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Reports;

/// <summary>Why a report is not given.</summary>
internal static class ReportRefusals
{
    public static Refusal Off(Logstore logstore) =>
        Refusal.Conflict("IndexConfigNotExist", $"The analysis report of {logstore.Project}/{logstore.Name} is off; turn it on with PUT …/report.");

    public static Refusal Unknown(string name) => Refusal.NotFound("report", name, "ReportNotExist");
}
