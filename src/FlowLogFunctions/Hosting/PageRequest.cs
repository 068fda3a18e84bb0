using System.Buffers.Text;
using System.Text;

namespace FlowLogFunctions.Hosting;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/> items.</param>
/// <param name="After">The place after which the page begins, from the cursor; null for the first page.</param>
internal sealed record PageRequest(int Limit, string? After)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 1000;

    /// <summary>Characters of a place in a list; a storage key has at most 512.</summary>
    private const int MaxPlaceLength = 512;

    /// <summary>Reads <c>limit</c> and <c>cursor</c> from the query.</summary>
    public static PageRequest Read(QueryReader query) =>
        new((int)query.Number("limit", 1, MaxLimit, DefaultLimit), query.Cursor("cursor"));

    /// <summary>A place in a list as an opaque text.</summary>
    public static string Seal(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>The place that was sealed; null for any other text.</summary>
    public static string? Unseal(string text)
    {
        try
        {
            var place = new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(text));
            // It becomes part of a storage key's comparison: what no key can hold would be an error there.
            return place.Length is > 0 and <= MaxPlaceLength && !place.Any(char.IsControl) ? place : null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
