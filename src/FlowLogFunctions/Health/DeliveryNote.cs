namespace FlowLogFunctions.Health;

/// <summary>What the last measurement of delivery found.</summary>
/// <param name="FlowLogs">Flow logs that were measured.</param>
/// <param name="WorstLagSeconds">How long ago the time is up to which the latest of them is complete; left out if none was measured.</param>
internal sealed record DeliveryNote(DateTimeOffset MeasuredAt, int FlowLogs, long? WorstLagSeconds);
