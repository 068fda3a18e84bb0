using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Ingest;

/// <summary>Settings <c>FlowLog:Ingest</c>.</summary>
internal sealed class IngestOptions
{
    public const string Section = "FlowLog:Ingest";

    /// <summary>
    /// Seconds for which a worker relies on what it read of a flow log and its Logstore; a change is followed that much later. 0 to 60; 2 by
    /// default.
    /// </summary>
    [Range(0, 60)]
    public int RememberSeconds { get; set; } = 2;
}
