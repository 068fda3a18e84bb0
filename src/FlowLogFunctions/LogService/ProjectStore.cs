using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Rows of Projects, and the claims of their names.</summary>
internal sealed class ProjectStore(ControlTable table)
{
    private const string Kind = "project";

    public static string Row(string name) => ControlKeys.Row(Kind, name);

    public static RowPlace Place(Scope scope, string name) => new(ControlKeys.Partition(scope), Row(name), "Project", Missing(name));

    public static Refusal Missing(string name) => Refusal.NotFound("Project", name, "ProjectNotExist");

    public async Task<Stored<Project>?> FindAsync(Scope scope, string name, CancellationToken cancellation) =>
        LogServiceNames.ProjectComplaint(name) is null
            ? await table.FindAsync<Project>(ControlKeys.Partition(scope), Row(name), cancellation)
            : null;

    public Task<Page<Stored<Project>>> PageAsync(Scope scope, PageRequest page, CancellationToken cancellation) =>
        table.PageAsync<Project>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), page, cancellation);

    public Task<int> CountAsync(Scope scope, CancellationToken cancellation) =>
        table.AllAsync<Project>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation).CountAsync(cancellation).AsTask();

    /// <summary>Claims a name, or takes over what the same owner left; null if somebody else has it, or the owner's Project exists.</summary>
    public async Task<Stored<ProjectClaim>?> ClaimAsync(Scope scope, string name, CancellationToken cancellation)
    {
        var claim = new ProjectClaim(scope.AccountId, scope.Region);
        if (await table.AddAsync(ControlKeys.ProjectNames, name, claim, cancellation) is { } fresh)
            return fresh;
        if (await FindClaimAsync(name, cancellation) is not { } held || !held.Value.IsOf(scope) || await FindAsync(scope, name, cancellation) is not null)
            return null;
        // A new version of the row: whoever is about to remove the version before leaves this one alone.
        return await table.ReplaceAsync(ControlKeys.ProjectNames, name, claim, held.ETag, cancellation);
    }

    public Task<Stored<ProjectClaim>?> FindClaimAsync(string name, CancellationToken cancellation) =>
        table.FindAsync<ProjectClaim>(ControlKeys.ProjectNames, name, cancellation);

    public Task ReleaseAsync(Stored<ProjectClaim> claim, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.ProjectNames, claim.Row, claim.ETag, cancellation);
}
