using FlowLog.Files;

namespace FlowLog.Tests.Files;

/// <summary>docs/chunk-format.md says of files what the code does.</summary>
public sealed class ChunkFilePageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "chunk-format.md"));

    [Theory]
    [InlineData("Bytes of a chunk in a file", ChunkFile.MaxChunkBytes)]
    [InlineData("Bytes of a directory", ChunkFile.MaxDirectoryBytes)]
    public void EveryLimit_IsStated(string what, int limit) => Assert.Contains($"| {what} | {limit} |", Page, StringComparison.Ordinal);

    [Fact]
    public void HeadAndMarks_AreStated()
    {
        Assert.Contains($"kind: byte, \"C\" (0x{ChunkFile.Kind:X2}) | version: byte, {ChunkFile.Version}\n", Page, StringComparison.Ordinal);
        Assert.Contains($"chunk:     mark: byte, {ChunkFile.ChunkMark} |", Page, StringComparison.Ordinal);
        Assert.Contains($"directory: mark: byte, {ChunkFile.DirectoryMark} |", Page, StringComparison.Ordinal);
        Assert.Equal(8 + 4, ChunkFile.TailBytes);
    }
}
