using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Changes a Logstore's retention and description.</summary>
internal sealed class ModifyLogstore(LogstoreStore logstores)
{
    public async Task<Outcome<Versioned<LogstoreAnswer>>> RunAsync(
        Caller caller, string project, string name, BodyReader body, string? ifMatch, CancellationToken cancellation)
    {
        var ttlDays = body.Number("ttlDays", LogServiceLimits.MinTtlDays, LogServiceLimits.MaxTtlDays);
        var description = body.Text("description", rule: text => Texts.LengthComplaint(text, 0, LogServiceLimits.DescriptionLength));
        body.Refuse("name", "NotModifiable", "cannot be changed; make another Logstore.");
        body.Refuse("report", "NotModifiable", "is not changed here; use PUT or DELETE …/report.");
        if (!body.Has("ttlDays") && !body.Has("description"))
            body.Problem("", "MissingParameter", "names nothing to change: ttlDays, description.");
        if (body.IsInvalid(out var refusal))
            return refusal;
        var changed = await logstores.ChangeAsync(caller.Scope, project, name, ifMatch, logstore => logstore with
        {
            TtlDays = ttlDays ?? logstore.TtlDays,
            IsTtlChosen = logstore.IsTtlChosen || ttlDays is not null,
            Description = description ?? logstore.Description,
        }, cancellation);
        return changed.Is(out var row, out refusal) ? row.Versioned.Select(logstore => LogstoreAnswer.Of(logstore, caller.Region)) : refusal;
    }
}
