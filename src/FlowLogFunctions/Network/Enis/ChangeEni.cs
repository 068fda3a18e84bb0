using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Changes what the body names of an ENI; it stays in its VSwitch.</summary>
internal sealed class ChangeEni(EniStore enis, EniPlacement placement, NetworkDecisions decisions)
{
    public Task<Outcome<Versioned<Eni>>> RunAsync(Scope scope, string id, string? ifMatch, BodyReader body, CancellationToken cancellation)
    {
        var fields = EniFields.Read(body, isNew: false);
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        return decisions.ChangeAsync(
            enis, scope, id, ifMatch, (eni, _) => placement.PlaceAsync(scope, fields.Onto(eni), problems, cancellation), cancellation);
    }
}
