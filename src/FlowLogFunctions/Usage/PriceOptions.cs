using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Usage;

/// <summary>
/// Settings <c>FlowLog:Prices</c>: what usage costs, in one currency. A gigabyte is 10^9 bytes, a month 30 days. The defaults are in the
/// order of list prices of Azure Storage and of Log Service; set those of your contract.
/// </summary>
internal sealed class PriceOptions
{
    public const string Section = "FlowLog:Prices";

    private const double Most = 1_000_000;

    [Required]
    [StringLength(8, MinimumLength = 1)]
    public string Currency { get; set; } = "USD";

    /// <summary>A gigabyte written, as it is stored.</summary>
    [Range(0, Most)]
    public double WriteGigabyte { get; set; }

    /// <summary>A gigabyte indexed, as text; only while the analysis report is on.</summary>
    [Range(0, Most)]
    public double IndexGigabyte { get; set; } = 0.0875;

    /// <summary>A gigabyte kept for a month.</summary>
    [Range(0, Most)]
    public double StorageGigabyteMonth { get; set; } = 0.045;

    /// <summary>Ten thousand transactions of the Table service.</summary>
    [Range(0, Most)]
    public double TableTransactions10K { get; set; } = 0.00036;

    /// <summary>Ten thousand transactions of the Queue service.</summary>
    [Range(0, Most)]
    public double QueueTransactions10K { get; set; } = 0.004;
}
