using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Ledger;

/// <summary>Settings <c>FlowLog:Ledger</c>.</summary>
internal sealed class LedgerOptions
{
    public const string Section = "FlowLog:Ledger";

    /// <summary>Minutes after which what was sent and has not arrived counts as lost; until then it is late. 1 to 1440; 15 by default.</summary>
    [Range(1, 1440)]
    public int LostAfterMinutes { get; set; } = 15;
}
