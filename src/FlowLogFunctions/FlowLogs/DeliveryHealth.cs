namespace FlowLogFunctions.FlowLogs;

/// <summary>How a flow log's delivery fared when it was last measured.</summary>
/// <param name="LastRecordTime">The latest start of a delivered record, Unix seconds; null before the first.</param>
/// <param name="CompleteTo">Unix seconds: up to here its Logstore has all that can come of every ENI that it covers; null while it covers none.</param>
/// <param name="RecordsLastHour">Delivered by steps that ended in the hour before.</param>
internal sealed record DeliveryHealth(long? LastRecordTime, long? CompleteTo, long RecordsLastHour, long BytesLastHour);
