using FlowLog.Chunks;

namespace FlowLog.Tests.Chunks;

public class Crc32CTests
{
    /// <summary>RFC 3720, B.4, and the check value of the CRC catalogue.</summary>
    [Fact]
    public void KnownBytes_HaveTheKnownChecksum()
    {
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0u, Crc32C.Of([]));
    }

    [Fact]
    public void AColumnsChecksum_CoversItsNumberAndItsRows()
    {
        Assert.Equal(Crc32C.Of([3, 1, 2, 0, 0, 9]), Crc32C.OfColumn(3, 513, [9]));
    }
}
