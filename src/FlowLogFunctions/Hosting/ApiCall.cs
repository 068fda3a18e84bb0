using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Hosting;

/// <summary>A request whose caller is known.</summary>
/// <param name="Resource">The whole name of what it is about.</param>
/// <param name="Denied">Why the caller may not; null if it may.</param>
internal sealed record ApiCall(Caller Caller, ApiAction Action, string Resource, Refusal? Denied);
