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

    /// <summary>Reads <c>limit</c> and <c>cursor</c> from the query.</summary>
    public static PageRequest Read(QueryReader query) =>
        new((int)query.Number("limit", 1, MaxLimit, DefaultLimit), query.Cursor("cursor"));

    /// <summary>A place in a list as an opaque text.</summary>
    public static string Seal(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));
}
