using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Network;

/// <summary>How a kind of resource is named in ids, keys, paths and refusals.</summary>
/// <param name="Name">As people write it: VSwitch.</param>
/// <param name="Row">The first part of its row keys.</param>
/// <param name="IdPrefix">Such as <c>vsw-</c>.</param>
/// <param name="Path">Its place in the API, without a slash at the end.</param>
/// <param name="NotFound">The code of what does not exist, Alibaba Cloud's.</param>
internal sealed record InventoryKind(string Name, string Row, string IdPrefix, string Path, string NotFound)
{
    private const int MaxIdLength = 64;

    /// <summary>Keeps what is no id from becoming a storage key.</summary>
    public bool IsId(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && id.Length <= MaxIdLength && id.Length > IdPrefix.Length
        && id.AsSpan(IdPrefix.Length).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789") < 0;

    /// <summary>Where the resource is found, in the region that the request names.</summary>
    public string Location(HttpRequest request, string id) =>
        request.Query["regionId"].ToString() is { Length: > 0 } region ? $"{Path}/{id}?regionId={Uri.EscapeDataString(region)}" : $"{Path}/{id}";
}
