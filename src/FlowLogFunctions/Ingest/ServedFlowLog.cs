using FlowLogFunctions.FlowLogs;

namespace FlowLogFunctions.Ingest;

/// <summary>A flow log that a batch is delivered for.</summary>
/// <param name="Since">Unix seconds: since when its Logstore is to have what it asks for; <see cref="long.MaxValue"/> if that is not known.</param>
internal sealed record ServedFlowLog(string Id, TrafficType TrafficType, long Since);
