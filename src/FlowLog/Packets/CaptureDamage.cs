namespace FlowLog.Packets;

/// <summary>Where and why the reading of a capture stopped early; the packets before are good.</summary>
/// <param name="Offset">Of the block or packet that could not be read, in the uncompressed bytes.</param>
public sealed record CaptureDamage(CaptureDamageReason Reason, long Offset, string Message);
