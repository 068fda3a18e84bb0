using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.LogService;

internal sealed class ProjectFunctions(Api api, ListProjects list, CreateProject create, ModifyProject modify, DeleteProject delete)
{
    [Function("ListProjects")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync(request, caller => list.RunAsync(caller, new QueryReader(request.Query), cancellation), cancellation);

    [Function("CreateProject")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/projects")] HttpRequest request, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => create.RunAsync(caller, body, cancellation), cancellation,
            project => $"/api/projects/{project.Name}?regionId={project.RegionId}");

    [Function("GetProject")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/projects/{project}")] HttpRequest request,
        string project, CancellationToken cancellation) =>
        api.OneAsync(request, caller => list.FindAsync(caller, project, cancellation), cancellation);

    [Function("ModifyProject")]
    public Task<IResult> ModifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/projects/{project}")] HttpRequest request,
        string project, CancellationToken cancellation) =>
        api.OneAsync(request, (caller, body) => modify.RunAsync(caller, project, body, Api.IfMatch(request), cancellation), cancellation);

    [Function("DeleteProject")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/projects/{project}")] HttpRequest request,
        string project, CancellationToken cancellation) =>
        api.DoneAsync(request, caller => delete.RunAsync(caller, project, new QueryReader(request.Query), Api.IfMatch(request), cancellation), cancellation);
}
