using FlowLogFunctions.Console;
using Microsoft.Extensions.Primitives;

namespace FlowLogFunctions.Tests.Console;

public sealed class ContentCodingsTests
{
    private static readonly IReadOnlyList<CodedContent> All = [Content(ContentCodings.Identity), Content(ContentCodings.Brotli), Content(ContentCodings.Gzip)];

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.001", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0.1", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", "identity")]
    [InlineData("identity;q=1, br;q=0.9", "identity")]
    [InlineData("identity;q=0.5, br;q=0.5", "br")]
    [InlineData("identity;q=0, gzip;q=0.1", "gzip")]
    [InlineData("zstd", "identity")]
    [InlineData("br;q=0, gzip;q=0", "identity")]
    [InlineData("", "identity")]
    [InlineData(null, "identity")]
    public void Caller_GetsWhatItLikesBest(string? accepted, string coding) => Assert.Equal(coding, Chosen(All, accepted));

    [Theory]
    [InlineData("identity;q=0")]
    [InlineData("*;q=0")]
    public void CallerThatRefusesAll_GetsItAsItIs(string accepted) => Assert.Equal(ContentCodings.Identity, Chosen(All, accepted));

    [Theory]
    [InlineData(";;;q=")]
    [InlineData("br;q=2")]
    [InlineData("br;q=-1")]
    [InlineData("\u0000, \"")]
    public void MalformedHeader_IsNoError(string accepted) => Assert.Contains(Chosen(All, accepted), new[] { "identity", "br", "gzip" });

    [Fact]
    public void HeaderInSeveralLines_IsOneList() => Assert.Equal("gzip", ContentCodings.Choose(All, new StringValues(["br;q=0.1", "gzip;q=0.2"])).Coding);

    [Fact]
    public void FileThatIsNotCompressed_IsSentAsItIs() => Assert.Equal(ContentCodings.Identity, Chosen([Content(ContentCodings.Identity)], "br, gzip"));

    private static string Chosen(IReadOnlyList<CodedContent> contents, string? accepted) => ContentCodings.Choose(contents, accepted).Coding;

    private static CodedContent Content(string coding) => new(coding, new byte[] { 1, 2, 3 });
}
