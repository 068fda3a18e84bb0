using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Capture;

/// <summary>An ENI in a run of capture, and how far the run has come with it.</summary>
internal sealed class EniTurn(Scope scope, CoveredEni covered)
{
    public Scope Scope => scope;

    public CoveredEni Covered => covered;

    public Stored<CaptureCursor>? Cursor { get; set; }

    /// <summary>Whether the run has looked at it.</summary>
    public bool HasBegun { get; set; }
}
