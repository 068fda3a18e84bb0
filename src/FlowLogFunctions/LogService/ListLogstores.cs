using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Lists the Logstores of a Project, or shows one.</summary>
internal sealed class ListLogstores(ProjectStore projects, LogstoreStore logstores)
{
    public async Task<Outcome<Page<LogstoreAnswer>>> RunAsync(Caller caller, string project, QueryReader query, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        if (await projects.FindAsync(caller.Scope, project, cancellation) is null)
            return ProjectStore.Missing(project);
        return (await logstores.PageAsync(caller.Scope, project, page, cancellation)).Select(row => LogstoreAnswer.Of(row.Value, caller.Region));
    }

    public async Task<Outcome<Versioned<LogstoreAnswer>>> FindAsync(Caller caller, string project, string name, CancellationToken cancellation) =>
        (await logstores.GetAsync(caller.Scope, project, name, cancellation)).Is(out var found, out var refusal)
            ? found.Versioned.Select(logstore => LogstoreAnswer.Of(logstore, caller.Region))
            : refusal;
}
