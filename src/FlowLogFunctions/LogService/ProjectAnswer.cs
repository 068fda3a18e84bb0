namespace FlowLogFunctions.LogService;

/// <summary>A Project as the API shows it.</summary>
internal sealed record ProjectAnswer(string Name, string Description, string RegionId, DateTimeOffset CreatedAt)
{
    public static ProjectAnswer Of(Project project, string region) => new(project.Name, project.Description, region, project.CreatedAt);
}
