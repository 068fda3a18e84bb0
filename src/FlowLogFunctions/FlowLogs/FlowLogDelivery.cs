using FlowLogFunctions.Authorization;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.LogService;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Finds out whether a flow log's records can be written to its Logstore.</summary>
internal sealed class FlowLogDelivery(AuthorizationStore authorization, ProjectStore projects, LogstoreStore logstores)
{
    /// <summary>Null if they can. Values as Alibaba Cloud writes them, misspelling included; AuthorizationRevoked is ours.</summary>
    public async Task<string?> FindErrorAsync(Scope scope, FlowLog flowLog, CancellationToken cancellation)
    {
        if (!await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
            return "AuthorizationRevoked";
        if (await logstores.FindAsync(scope, flowLog.Project, flowLog.Logstore, cancellation) is not null)
            return null;
        return await projects.FindAsync(scope, flowLog.Project, cancellation) is null ? "ProjectNotExist" : "UnavaliableTarget";
    }
}
