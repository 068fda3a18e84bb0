using System.IO.Compression;
using FlowLogFunctions.Console;
using FlowLogFunctions.Tests.House;

namespace FlowLogFunctions.Tests.Console;

/// <summary>What the build puts into the app is what Vite made, and nothing else.</summary>
public sealed class ConsoleFilesTests
{
    private const string Folder = "artifacts/console";

    public static TheoryData<string> Names => [.. ConsoleFiles.Names];

    [Fact]
    public void Names_AreTheFilesThatWereBuilt() => Assert.Equal(
        RepositoryFolder.FilesBelow(Folder, "*").Select(path => path[(Folder.Length + 1)..]).Where(name => !name.EndsWith(".br", StringComparison.Ordinal) && !name.EndsWith(".gz", StringComparison.Ordinal)),
        ConsoleFiles.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Index_IsThere() => Assert.NotNull(ConsoleFiles.Find(ConsoleFiles.Index));

    [Theory, MemberData(nameof(Names))]
    public void File_IsTheOneThatWasBuilt(string name) => Assert.Equal(
        File.ReadAllBytes(Path.Combine(RepositoryFolder.Top, Folder, name)), Of(name, ContentCodings.Identity)!.Bytes.ToArray());

    [Theory, MemberData(nameof(Names))]
    public void EachCoding_HoldsTheSame(string name)
    {
        var plain = Of(name, ContentCodings.Identity)!.Bytes.ToArray();
        if (Of(name, ContentCodings.Brotli) is { } brotli)
            Assert.Equal(plain, Read(new BrotliStream(StreamOf(brotli), CompressionMode.Decompress)));
        if (Of(name, ContentCodings.Gzip) is { } gzip)
            Assert.Equal(plain, Read(new GZipStream(StreamOf(gzip), CompressionMode.Decompress)));
    }

    [Theory, MemberData(nameof(Names))]
    public void EachCoding_HasAnETagOfItsOwn(string name) => Assert.Distinct(ConsoleFiles.Find(name)!.Contents.Select(content => content.ETag));

    [Theory, MemberData(nameof(Names))]
    public void Type_IsKnown(string name) => Assert.NotEqual("application/octet-stream", ConsoleFiles.Find(name)!.ContentType);

    [Theory]
    [InlineData("index.html.br")]
    [InlineData("INDEX.HTML")]
    [InlineData("")]
    [InlineData("../FlowLogFunctions.dll")]
    [InlineData("assets/../index.html")]
    [InlineData("FlowLogFunctions.OpenApi.openapi.json")]
    public void OtherName_IsNothing(string name) => Assert.Null(ConsoleFiles.Find(name));

    private static CodedContent? Of(string name, string coding) => ConsoleFiles.Find(name)!.Contents.FirstOrDefault(content => content.Coding == coding);

    private static MemoryStream StreamOf(CodedContent content) => new(content.Bytes.ToArray());

    private static byte[] Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
