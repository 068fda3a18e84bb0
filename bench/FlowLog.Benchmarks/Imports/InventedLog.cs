namespace FlowLog.Benchmarks.Imports;

/// <summary>A foreign flow log in three parts, of which the middle one can be repeated.</summary>
/// <param name="Tuples">Of the middle.</param>
internal sealed record InventedLog(byte[] Head, byte[] Middle, byte[] Tail, int Tuples)
{
    public byte[] Bytes => [.. Head, .. Middle, .. Tail];
}
