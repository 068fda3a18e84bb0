using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>An ENI with what capture could not read of its files.</summary>
internal sealed class DescribeEni(EniStore enis, ControlTable table)
{
    private const string CursorRow = "cursor";

    /// <summary>What matters here of a capture cursor's row.</summary>
    private sealed record Cursor(IReadOnlyDictionary<string, FileDamage>? Files);

    private sealed record FileDamage(string? Damage);

    public async Task<Outcome<Versioned<Eni>>> RunAsync(Scope scope, string id, CancellationToken cancellation)
    {
        if (await enis.FindAsync(scope, id, cancellation) is not { } found)
            return enis.NotFound(id);
        var cursor = await table.FindAsync<Cursor>(ControlKeys.Partition(scope), ControlKeys.Row(CursorRow, id), cancellation);
        var damage = (cursor?.Value.Files ?? new Dictionary<string, FileDamage>())
            .Where(file => file.Value.Damage is not null)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key}: {file.Value.Damage}")
            .ToList();
        return found.Versioned.Select(eni => damage.Count == 0 ? eni : eni with { CaptureDamage = damage });
    }
}
