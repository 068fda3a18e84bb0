using System.Security.Cryptography;

namespace FlowLog.Cli;

/// <summary>A seed that those who choose the addresses of a capture do not know.</summary>
internal static class RandomSeed
{
    public static ulong Next() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
