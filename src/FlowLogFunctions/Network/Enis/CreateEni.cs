using FlowLogFunctions.Capture;
using FlowLogFunctions.Capture.Interfaces;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

/// <summary>Makes an ENI in a VSwitch; without an address it gets a free one.</summary>
internal sealed class CreateEni(EniStore enis, EniPlacement placement, HostSources hostSources, NetworkDecisions decisions, IdSource ids, TimeProvider time)
{
    public Task<Outcome<Versioned<Eni>>> RunAsync(Scope scope, BodyReader body, CancellationToken cancellation)
    {
        var fields = EniFields.Read(body, isNew: true);
        if (hostSources.Refuse(scope.AccountId, fields.Source) is { } forbidden)
            return Task.FromResult<Outcome<Versioned<Eni>>>(forbidden);
        var eni = fields.Onto(new Eni
        {
            Id = ids.Next(enis.Kind.IdPrefix),
            VpcId = "",
            VSwitchId = body.Text("vswitchId", required: true) ?? "",
            CreatedAt = time.GetUtcNow(),
        });
        var problems = body.IsInvalid(out var refusal) ? refusal.Errors! : [];
        if (problems.Count == 0 && InterfaceProbe.Check(fields.Source) is { } notCapturable)
            return Task.FromResult<Outcome<Versioned<Eni>>>(notCapturable);
        return decisions.CreateAsync(enis, scope, _ => placement.PlaceAsync(scope, eni, problems, cancellation), cancellation);
    }
}
