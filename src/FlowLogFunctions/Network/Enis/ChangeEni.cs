using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Changes what the body names of an ENI; it stays in its VSwitch.</summary>
internal sealed class ChangeEni(EniStore enis, FormerEniStore former, EniPlacement placement, HostSources hostSources, NetworkDecisions decisions, TimeProvider time)
{
    public Task<Outcome<Versioned<Eni>>> RunAsync(Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation)
    {
        var fields = EniFields.Read(body, isNew: false);
        if (hostSources.Refuse(scope.AccountId, fields.Source) is { } forbidden)
            return Task.FromResult<Outcome<Versioned<Eni>>>(forbidden);
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        if (problems.Count == 0 && InterfaceProbe.Check(fields.Source) is { } notCapturable)
            return Task.FromResult<Outcome<Versioned<Eni>>>(notCapturable);
        return decisions.ChangeAsync(
            enis, scope, id, ifMatch, async (eni, changes) =>
            {
                var outcome = await placement.PlaceAsync(scope, fields.Onto(eni), problems, cancellation);
                var before = FormerEni.Of(eni, time.GetUtcNow());
                if (outcome.Is(out var changed, out _) && before.DiffersFrom(changed))
                    await former.EndAsync(scope, before, changes, cancellation);
                return outcome;
            }, cancellation);
    }
}
