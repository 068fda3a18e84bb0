using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlowLogFunctions.Console;

/// <summary>Which coding of a file a caller gets, by its <c>Accept-Encoding</c> (RFC 9110, 12.5.3).</summary>
internal static class ContentCodings
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string Identity = "identity";

    /// <summary>Names of files that hold another one in a coding end so.</summary>
    public static readonly IReadOnlyDictionary<string, string> BySuffix = new Dictionary<string, string> { [".br"] = Brotli, [".gz"] = Gzip };

    /// <summary>The smallest first: of those that a caller likes as well, it gets the first.</summary>
    private static readonly IReadOnlyList<string> BestFirst = [Brotli, Gzip, Identity];

    /// <summary>The content that the caller likes best. One that refuses all gets it as it is, which is better than nothing.</summary>
    public static CodedContent Choose(IReadOnlyList<CodedContent> contents, StringValues acceptEncoding)
    {
        StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted);
        return contents
            .Select(content => (Content: content, Quality: Quality(content.Coding, accepted ?? [])))
            .Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality)
            .ThenBy(choice => BestFirst.TakeWhile(coding => coding != choice.Content.Coding).Count())
            .Select(choice => choice.Content)
            .FirstOrDefault() ?? contents.First(content => content.Coding == Identity);
    }

    /// <summary>0 if the caller refuses a coding. What is as it is need not be named, but comes after what is.</summary>
    private static double Quality(string coding, IList<StringWithQualityHeaderValue> accepted)
    {
        var named = Find(coding, accepted) ?? (coding == Gzip ? Find("x-gzip", accepted) : null) ?? Find("*", accepted);
        return named is not null ? named.Quality ?? 1 : coding == Identity ? double.Epsilon : 0;
    }

    private static StringWithQualityHeaderValue? Find(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
}
