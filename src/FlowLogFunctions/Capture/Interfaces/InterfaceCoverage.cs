using FlowLogFunctions.Authorization;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Network;

namespace FlowLogFunctions.Capture.Interfaces;

/// <summary>Begins the captures of interfaces that active flow logs cover, ahead of the next run of capture.</summary>
internal sealed class InterfaceCoverage(FlowLogStore flowLogs, AuthorizationStore authorization, Coverage coverage, InterfaceCaptures captures)
{
    /// <summary>Of all accounts and regions.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        await foreach (var scope in flowLogs.ScopesAsync(cancellation))
            await BeginAsync(scope, cancellation);
    }

    public async Task BeginAsync(Scope scope, CancellationToken cancellation)
    {
        if (!await authorization.IsConfirmedAsync(scope.AccountId, cancellation))
            return;
        foreach (var covered in await coverage.OfAsync(scope, cancellation))
            if (covered.Eni.Source.Type == TrafficSourceType.Interface)
                captures.Ask(scope, covered.Eni);
    }
}
