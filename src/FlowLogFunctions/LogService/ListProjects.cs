using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Lists the Projects of a region, or shows one.</summary>
internal sealed class ListProjects(ProjectStore projects)
{
    public async Task<Outcome<Page<ProjectAnswer>>> RunAsync(Caller caller, QueryReader query, CancellationToken cancellation)
    {
        var page = PageRequest.Read(query);
        if (query.IsInvalid(out var refusal))
            return refusal;
        return (await projects.PageAsync(caller.Scope, page, cancellation)).Select(row => ProjectAnswer.Of(row.Value, caller.Region));
    }

    public async Task<Outcome<Versioned<ProjectAnswer>>> FindAsync(Caller caller, string name, CancellationToken cancellation) =>
        await projects.FindAsync(caller.Scope, name, cancellation) is { } found
            ? found.Versioned.Select(project => ProjectAnswer.Of(project, caller.Region))
            : ProjectStore.Missing(name);
}
