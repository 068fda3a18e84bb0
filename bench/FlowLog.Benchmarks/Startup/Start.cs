namespace FlowLog.Benchmarks.Startup;

/// <summary>One start of the local host, up to its first healthy answer.</summary>
/// <param name="HostMemory">Bytes of memory that the host's process had at most until then (VmHWM).</param>
/// <param name="AzuriteMemory">The same of the Azurite that it started.</param>
internal sealed record Start(TimeSpan Elapsed, long HostMemory, long AzuriteMemory);
