using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.Analysis;

/// <summary>Searching and reports need a Logstore's analysis report to be on, as they need an index at Log Service.</summary>
internal static class ReportNeeded
{
    /// <summary>The refusal if it is off; null if it is on.</summary>
    public static Refusal? Complaint(Logstore logstore) => logstore.ReportSince is null
        ? Refusal.Conflict("IndexConfigNotExist", $"The analysis report of {logstore.Project}/{logstore.Name} is off; turn it on with PUT …/report.")
        : null;
}
