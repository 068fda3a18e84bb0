using System.Runtime.CompilerServices;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Rows of Logstores, and of those whose tables are to be cleaned.</summary>
internal sealed class LogstoreStore(ControlTable table, ProjectStore projects)
{
    private const string Kind = "logstore";

    public static string Row(string project, string name) => ControlKeys.Row(Kind, project, name);

    public static Refusal Missing(string name) => Refusal.NotFound("Logstore", name, "LogStoreNotExist");

    public async Task<Stored<Logstore>?> FindAsync(Scope scope, string project, string logstore, CancellationToken cancellation) =>
        LogServiceNames.ProjectComplaint(project) is null && LogServiceNames.LogstoreComplaint(logstore) is null
            ? await table.FindAsync<Logstore>(ControlKeys.Partition(scope), Row(project, logstore), cancellation)
            : null;

    /// <summary>The Logstore, or whether it or its Project does not exist.</summary>
    public async Task<Outcome<Stored<Logstore>>> GetAsync(Scope scope, string project, string logstore, CancellationToken cancellation)
    {
        if (await FindAsync(scope, project, logstore, cancellation) is { } found)
            return found;
        return await projects.FindAsync(scope, project, cancellation) is null ? ProjectStore.Missing(project) : Missing(logstore);
    }

    public Task<Page<Stored<Logstore>>> PageAsync(Scope scope, string project, PageRequest page, CancellationToken cancellation) =>
        table.PageAsync<Logstore>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, project), page, cancellation);

    /// <summary>The Logstores of a Project that exists, by name.</summary>
    public async Task<IReadOnlyList<Stored<Logstore>>> AllAsync(Scope scope, string project, CancellationToken cancellation) =>
        await table.AllAsync<Logstore>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind, project), cancellation).ToListAsync(cancellation);

    /// <summary>The Logstores of all Projects of an account in a region.</summary>
    public async Task<IReadOnlyList<Stored<Logstore>>> AllAsync(Scope scope, CancellationToken cancellation) =>
        await table.AllAsync<Logstore>(ControlKeys.Partition(scope), ControlKeys.Prefix(Kind), cancellation).ToListAsync(cancellation);

    /// <summary>Reads, judges and replaces a Logstore.</summary>
    public async Task<Outcome<Stored<Logstore>>> ChangeAsync(
        Scope scope, string project, string name, string? ifMatch, Func<Logstore, Outcome<Logstore>> change, CancellationToken cancellation)
    {
        if (!(await GetAsync(scope, project, name, cancellation)).Is(out _, out var refusal))
            return refusal;
        var place = new RowPlace(ControlKeys.Partition(scope), Row(project, name), "Logstore", Missing(name));
        return await table.ChangeAsync(place, ifMatch, change, cancellation);
    }

    /// <summary>Removes what was read; false if it was changed since.</summary>
    public Task<bool> RemoveAsync(Scope scope, Stored<Logstore> logstore, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(scope), logstore.Row, logstore.ETag, cancellation);

    /// <summary>Notes that a Logstore is about to go, so that no crash hides its tables from cleaning.</summary>
    public Task NoteDropAsync(Scope scope, Logstore logstore, DateTimeOffset now, CancellationToken cancellation)
    {
        var dropped = new DroppedLogstore(logstore.Id, scope.AccountId, scope.Region, logstore.Project, logstore.Name, now);
        return table.PutAsync(ControlKeys.DroppedLogstores, logstore.Id, dropped, cancellation);
    }

    /// <summary>The deleted Logstores whose tables may be cleaned; those whose deletion did not come to its end are left out.</summary>
    public async IAsyncEnumerable<DroppedLogstore> DroppedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.AllAsync<DroppedLogstore>(ControlKeys.DroppedLogstores, "", cancellation))
            if (await FindAsync(row.Value.Scope, row.Value.Project, row.Value.Name, cancellation) is not { } live || live.Value.Id != row.Value.Id)
                yield return row.Value;
    }

    /// <summary>Forgets a deleted Logstore once its tables are gone.</summary>
    public Task ForgetDroppedAsync(string id, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.DroppedLogstores, id, null, cancellation);
}
