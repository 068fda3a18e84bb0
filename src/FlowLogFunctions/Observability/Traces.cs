using System.Diagnostics;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Observability;

/// <summary>
/// The app's activities. They say whose work it is and how it ended; never a query, a body, a key or where a caller is. Nobody listens unless
/// a setting names a target, and then they are null.
/// </summary>
internal static class Traces
{
    public const string SourceName = Telemetry.MeterName;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begun at once, for what ends in the same method.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);

    public static Activity? Start(string name, ActivityContext parent) => Source.StartActivity(name, ActivityKind.Internal, parent);

    /// <summary>
    /// A step of work that <c>RunAsync</c> begins. Whoever begins one beside its own work and waits for it would be taken for a part of it from then on.
    /// </summary>
    public static Activity? Work(string name) => Source.CreateActivity(name, ActivityKind.Internal);

    /// <summary>
    /// Work that a message asks for: it belongs to the trace that sent the message, and links to the call that brought it here. Without a sender it is
    /// a part of that call.
    /// </summary>
    public static Activity? SentWork(string name, ActivityContext sender) => sender == default
        ? Work(name)
        : Source.CreateActivity(
            name, ActivityKind.Internal, sender, links: Activity.Current is { IdFormat: ActivityIdFormat.W3C } here ? [new(here.Context)] : null);

    public static Activity? Of(this Activity? activity, Scope scope) =>
        activity?.SetTag("flowlog.account", scope.AccountId).SetTag("flowlog.region", scope.Region);

    /// <summary>Runs a step of work; one that throws is marked with the fault's kind, as its words may hold what is not to be told.</summary>
    public static async Task<T> RunAsync<T>(this Activity? activity, Func<Task<T>> work)
    {
        using (activity?.Start())
        {
            try
            {
                return await work();
            }
            catch (Exception fault)
            {
                activity?.Fail(fault.GetType().Name);
                throw;
            }
        }
    }

    public static Task RunAsync(this Activity? activity, Func<Task> work) => activity.RunAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>A message that cannot be read: whose it is and who sent it, nobody knows.</summary>
    public static void Unreadable(string name)
    {
        using var activity = Source.StartActivity(name);
        activity?.Fail("unreadable");
    }

    public static void Fail(this Activity activity, string kind) => activity.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error);
}
