using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Makes a Project under a name that no other account has.</summary>
internal sealed class CreateProject(ProjectStore projects, ControlGuard guard, TimeProvider time)
{
    public async Task<Outcome<Versioned<ProjectAnswer>>> RunAsync(Caller caller, BodyReader body, CancellationToken cancellation)
    {
        var name = body.Text("name", required: true, LogServiceNames.ProjectComplaint);
        var description = body.Text("description", rule: text => Texts.LengthComplaint(text, 0, LogServiceLimits.DescriptionLength));
        if (body.IsInvalid(out var refusal))
            return refusal;
        if (await projects.ClaimAsync(caller.Scope, name!, cancellation) is not { } claim)
            return Taken(name!);
        var project = new Project(name!, description ?? "", time.GetUtcNow());
        if (!(await AddAsync(caller.Scope, project, cancellation)).Is(out _, out refusal))
        {
            if (refusal.Code == "ProjectQuotaExceed")
                await projects.ReleaseAsync(claim, cancellation);
            return refusal;
        }

        return await projects.FindAsync(caller.Scope, name!, cancellation) is { } added
            ? added.Versioned.Select(found => ProjectAnswer.Of(found, caller.Region))
            : Refusal.ChangedMeanwhile("Project");
    }

    private Task<Outcome<Project>> AddAsync(Scope scope, Project project, CancellationToken cancellation) =>
        guard.DecideAsync<Project>(ControlKeys.Partition(scope), LogServiceGuard.Name, async changes =>
        {
            if (await projects.FindAsync(scope, project.Name, cancellation) is not null)
                return Taken(project.Name);
            if (await projects.CountAsync(scope, cancellation) >= LogServiceLimits.Projects)
                return Refusal.Conflict("ProjectQuotaExceed", $"An account has at most {LogServiceLimits.Projects} Projects in a region.");
            changes.Add(ProjectStore.Row(project.Name), project);
            return project;
        }, cancellation);

    private static Refusal Taken(string name) => Refusal.Conflict("ProjectAlreadyExist", $"The Project name '{name}' is taken; names are unique over all accounts.");
}
