using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Changes a Project's description.</summary>
internal sealed class ModifyProject(ProjectStore projects, ControlTable table)
{
    public async Task<Outcome<Versioned<ProjectAnswer>>> RunAsync(
        Caller caller, string name, BodyReader body, string? ifMatch, CancellationToken cancellation)
    {
        var description = body.Text("description", required: true, text => Texts.LengthComplaint(text, 0, LogServiceLimits.DescriptionLength));
        body.Refuse("name", "NotModifiable", "cannot be changed; make another Project.");
        if (body.IsInvalid(out var refusal))
            return refusal;
        if (await projects.FindAsync(caller.Scope, name, cancellation) is null)
            return ProjectStore.Missing(name);
        var changed = await table.ChangeAsync<Project>(
            ProjectStore.Place(caller.Scope, name), ifMatch, project => project with { Description = description! }, cancellation);
        return changed.Is(out var row, out refusal) ? row.Versioned.Select(project => ProjectAnswer.Of(project, caller.Region)) : refusal;
    }
}
