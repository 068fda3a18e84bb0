using System.Globalization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Network;

/// <summary>
/// Rows of all versions of security groups. They stay when a group is deleted: records that were decided by its rules can still be
/// explained. Ids are never given again.
/// </summary>
internal sealed class SecurityGroupVersionStore(ControlTable table, SecurityGroupStore groups)
{
    private const string Kind = "securitygroupversion";

    /// <summary>Ten digits, so that versions sort by their number.</summary>
    public static string Row(string groupId, int version) =>
        ControlKeys.Row(Kind, groupId, version.ToString("D10", CultureInfo.InvariantCulture));

    /// <summary>From the first to the latest.</summary>
    public IAsyncEnumerable<Stored<SecurityGroupVersion>> AllAsync(Scope scope, string groupId, CancellationToken cancellation) =>
        table.AllAsync<SecurityGroupVersion>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, groupId), cancellation);

    public async Task<Outcome<Page<SecurityGroupVersion>>> ListAsync(Scope scope, string groupId, QueryReader query, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        if (!await ExistsAsync(scope, groupId, cancellation))
            return groups.NotFound(groupId);
        var found = await table.PageAsync<SecurityGroupVersion>(
            ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, groupId), page, cancellation);
        return found.Select(row => row.Value);
    }

    /// <param name="version">As the path has it.</param>
    public async Task<Outcome<Versioned<SecurityGroupVersion>>> GetAsync(Scope scope, string groupId, string version, CancellationToken cancellation)
    {
        if (!await ExistsAsync(scope, groupId, cancellation))
            return groups.NotFound(groupId);
        var found = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await table.FindAsync<SecurityGroupVersion>(ControlKeys.Partition(scope), Row(groupId, number), cancellation)
            : null;
        return found is null
            ? new Refusal(StatusCodes.Status404NotFound, "InvalidSecurityGroupVersion.NotFound", $"Security group {groupId} has no such version.")
            : found.Versioned;
    }

    private async Task<bool> ExistsAsync(Scope scope, string groupId, CancellationToken cancellation) =>
        groups.Kind.IsId(groupId)
        && await table.FindAsync<SecurityGroupVersion>(ControlKeys.Partition(scope), Row(groupId, 1), cancellation) is not null;
}
