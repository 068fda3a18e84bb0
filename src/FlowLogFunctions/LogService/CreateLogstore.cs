using FlowLogFunctions.Hosting;
using FlowLogFunctions.Permissions;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.LogService;

/// <summary>Makes a Logstore in a Project.</summary>
internal sealed class CreateLogstore(ProjectStore projects, LogstoreStore logstores, ControlGuard guard, IdSource ids, TimeProvider time)
{
    public async Task<Outcome<Versioned<LogstoreAnswer>>> RunAsync(Caller caller, string project, BodyReader body, CancellationToken cancellation)
    {
        var logstore = Read(project, body);
        if (body.IsInvalid(out var refusal))
            return refusal;
        if (logstore.ReportSince is not null && Permission.RefuseLogstore(caller, ApiActions.TurnReportOn, project, logstore.Name) is { } forbidden)
            return forbidden;
        if (!(await AddAsync(caller.Scope, logstore, cancellation)).Is(out _, out refusal))
            return refusal;
        return (await logstores.GetAsync(caller.Scope, project, logstore.Name, cancellation)).Is(out var added, out refusal)
            ? added.Versioned.Select(found => LogstoreAnswer.Of(found, caller.Region))
            : refusal;
    }

    private Logstore Read(string project, BodyReader body)
    {
        var name = body.Text("name", required: true, LogServiceNames.LogstoreComplaint);
        var description = body.Text("description", rule: text => Texts.LengthComplaint(text, 0, LogServiceLimits.DescriptionLength));
        var ttlDays = body.Number("ttlDays", LogServiceLimits.MinTtlDays, LogServiceLimits.MaxTtlDays);
        var report = body.Flag("report") ?? false;
        var now = time.GetUtcNow();
        var logstore = new Logstore(
            ids.Text(Logstore.IdLength), project, name ?? "", description ?? "", ttlDays ?? LogServiceLimits.DefaultTtlDays, now, null, ttlDays is not null);
        return report ? logstore.WithReport(now) : logstore;
    }

    private Task<Outcome<Logstore>> AddAsync(Scope scope, Logstore logstore, CancellationToken cancellation) =>
        guard.DecideAsync<Logstore>(ControlKeys.Partition(scope), LogServiceGuard.Name, async changes =>
        {
            if (await projects.FindAsync(scope, logstore.Project, cancellation) is null)
                return ProjectStore.Missing(logstore.Project);
            var others = await logstores.AllAsync(scope, logstore.Project, cancellation);
            if (others.Any(other => other.Value.Name == logstore.Name))
                return Refusal.Conflict("LogstoreAlreadyExist", $"The Project '{logstore.Project}' has a Logstore '{logstore.Name}' already.");
            if (others.Count >= LogServiceLimits.LogstoresPerProject)
                return Refusal.Conflict("ProjectQuotaExceed", $"A Project has at most {LogServiceLimits.LogstoresPerProject} Logstores.");
            changes.Add(LogstoreStore.Row(logstore.Project, logstore.Name), logstore);
            return logstore;
        }, cancellation);
}
