using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>A region that this service serves.</summary>
/// <param name="IsDefault">Whether requests that name no region are about this one.</param>
internal sealed record Region(string Id, bool IsDefault);

/// <summary>Lists the regions, all on one page.</summary>
internal sealed class ListRegions(RegionCatalog regions)
{
    public Page<Region> Run() => new([.. regions.All.Select(id => new Region(id, id == regions.Default))], null);
}
