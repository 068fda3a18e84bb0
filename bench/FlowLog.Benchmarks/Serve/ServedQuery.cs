using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Benchmarks.Serve;

/// <summary>A query that is measured.</summary>
/// <param name="Fields">What it needs besides the time.</param>
/// <param name="Seconds">Of the middle of the time; null for all of it.</param>
internal sealed record ServedQuery(string Name, string Text, IReadOnlyList<FlowField> Fields, int? Seconds = null)
{
    /// <summary>Numbers of the columns that it needs.</summary>
    public IReadOnlyList<int> Columns =>
    [
        FlowFields.Start.Id, FlowFields.Status.Id, .. Fields.Select(one => one.Id),
        .. Fields.Any(one => one.Kind == FieldKind.Address) ? new[] { ChunkLimits.AddressesId } : [],
    ];
}
