using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Removes a Project; its Logstores with it only if the caller says so.</summary>
internal sealed class DeleteProject(ProjectStore projects, LogstoreStore logstores, ControlGuard guard, TimeProvider time)
{
    /// <summary>Rows that one transaction takes beside the guard's and the Project's.</summary>
    private const int LogstoresAtOnce = 90;

    /// <summary>Names that a refusal lists.</summary>
    private const int NamesShown = 20;

    public async Task<Refusal?> RunAsync(Caller caller, string name, QueryReader query, string? ifMatch, CancellationToken cancellation)
    {
        var force = query.Flag("force");
        if (query.IsInvalid(out var refusal))
            return refusal;
        if (await projects.FindAsync(caller.Scope, name, cancellation) is not { } project)
            return ProjectStore.Missing(name);
        if (ifMatch is not null && ifMatch != project.ETag)
            return Refusal.PreconditionFailed("Project");
        var claim = await projects.FindClaimAsync(name, cancellation);
        for (var isGone = false; !isGone;)
            if (!(await RemoveAsync(caller.Scope, name, force, cancellation)).Is(out isGone, out refusal))
                return refusal;
        if (claim?.Value.IsOf(caller.Scope) == true)
            await projects.ReleaseAsync(claim, cancellation);
        return null;
    }

    /// <summary>Removes some of the Logstores, and with the last of them the Project; true if it is gone.</summary>
    private Task<Outcome<bool>> RemoveAsync(Scope scope, string name, bool force, CancellationToken cancellation) =>
        guard.DecideAsync<bool>(ControlKeys.Partition(scope), LogServiceGuard.Name, async changes =>
        {
            if (await projects.FindAsync(scope, name, cancellation) is null)
                return true;
            var held = await logstores.AllAsync(scope, name, cancellation);
            if (held.Count > 0 && !force)
                return Holds(name, held);
            foreach (var logstore in held.Take(LogstoresAtOnce))
            {
                await logstores.NoteDropAsync(scope, logstore.Value, time.GetUtcNow(), cancellation);
                changes.Remove(logstore.Row);
            }

            if (held.Count > LogstoresAtOnce)
                return false;
            changes.Remove(ProjectStore.Row(name));
            return true;
        }, cancellation);

    private static Refusal Holds(string name, IReadOnlyList<Stored<Logstore>> held) => Refusal.Conflict(
        "DependencyViolation",
        $"The Project '{name}' has {held.Count} Logstores; delete them first, or delete all with ?force=true.",
        [.. held.Take(NamesShown).Select(row => new FieldProblem(row.Value.Name, "DependencyViolation", $"Logstore '{row.Value.Name}' is in it."))]);
}
