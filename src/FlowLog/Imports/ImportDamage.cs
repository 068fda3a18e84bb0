namespace FlowLog.Imports;

/// <summary>Where and why the reading of a foreign flow log stopped early; the flows before are good.</summary>
/// <param name="Offset">In the uncompressed bytes, of what could not be read.</param>
public sealed record ImportDamage(ImportDamageReason Reason, long Offset, string Message);
