using FlowLogFunctions.Authorization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;
using FlowLogFunctions.Storage;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.FlowLogs;

/// <summary>What a request to create a flow log refers to, as it was found.</summary>
/// <param name="VpcId">The VPC of the resource; null if the resource does not exist.</param>
internal sealed record FlowLogTarget(string? VpcId, Stored<Logstore>? Logstore, IReadOnlyList<FieldProblem> Problems);

/// <summary>The checks of a flow log's creation that need to read: references, authorization, quota.</summary>
internal sealed class CreateFlowLogChecks(
    FlowLogStore flowLogs, FlowLogResources resources, ProjectStore projects, LogstoreStore logstores, AuthorizationStore authorization,
    IOptions<FlowLogQuotaOptions> quota)
{
    private const string ReportAlreadyOn = "ReportAlreadyOn";

    /// <summary>Looks up what the request names, as far as it could be read, and notes all that is not there.</summary>
    public async Task<FlowLogTarget> FindAsync(Scope scope, CreateFlowLogRequest request, CancellationToken cancellation)
    {
        var problems = new List<FieldProblem>();
        string? vpcId = null;
        if (request is { ResourceType: { } type, ResourceId: { } id })
        {
            vpcId = await resources.FindVpcAsync(scope, type, id, cancellation);
            if (vpcId is null)
                problems.Add(new("resourceId", "InvalidResourceId.NotFound", $"names no {type} in this account and region."));
        }

        Stored<Logstore>? logstore = null;
        if (request.Project is { } project && await projects.FindAsync(scope, project, cancellation) is null)
            problems.Add(new("project", "ProjectNotExist", "names no Project in this account and region."));
        else if (request is { Project: { } of, Logstore: { } name } && (logstore = await logstores.FindAsync(scope, of, name, cancellation)) is null)
            problems.Add(new("logstore", "LogStoreNotExist", $"names no Logstore of the Project '{of}'."));
        if (request.AnalysisReport && logstore?.Value.ReportSince is not null)
            problems.Add(new("analysisReport", ReportAlreadyOn, "asks for the report of a Logstore that has it on; leave it out."));
        return new(vpcId, logstore, problems);
    }

    /// <summary>The first reason against the creation: the input with all its problems, then what the state of things does not allow.</summary>
    public async Task<Refusal?> RefuseAsync(
        Scope scope, IReadOnlyList<FieldProblem> shape, FlowLogTarget target, CancellationToken cancellation)
    {
        if (shape.Count > 0 || target.Problems.Any(problem => problem.Code != ReportAlreadyOn))
            return Refusal.Invalid([.. shape, .. target.Problems]);
        if (!await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
            return Refusal.Conflict("AuthorizationRequired",
                "The account has not let the service write to its Logstores yet: the primary account confirms it once with POST /api/authorization.", target.Problems);
        if (target.Problems.Count > 0)
            return Refusal.Conflict(ReportAlreadyOn, "The report of the Logstore is on already; leave analysisReport out.", target.Problems);
        // One that is being deleted has left its place.
        var held = await flowLogs.AllAsync(scope, cancellation).CountAsync(row => row.Value.Status != FlowLogStatus.Deleting, cancellation);
        return held < quota.Value.FlowLogsPerRegion
            ? null
            : Refusal.Conflict("QuotaExceeded.FlowLog", $"An account has at most {quota.Value.FlowLogsPerRegion} flow logs in a region; delete one first.");
    }
}
