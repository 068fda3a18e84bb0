using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.LogService;

/// <summary>Turns a Logstore's analysis report (index, SQL, dashboard) on for records from now on, or off.</summary>
internal sealed class SwitchReport(LogstoreStore logstores, TimeProvider time)
{
    public Task<Outcome<Versioned<LogstoreAnswer>>> TurnOnAsync(
        Caller caller, string project, string name, string? ifMatch, CancellationToken cancellation) =>
        ChangeAsync(caller, project, name, ifMatch, logstore => logstore.ReportSince is { } since ? AlreadyOn(name, since) : logstore.WithReport(time.GetUtcNow()), cancellation);

    public Task<Outcome<Versioned<LogstoreAnswer>>> TurnOffAsync(
        Caller caller, string project, string name, string? ifMatch, CancellationToken cancellation) =>
        ChangeAsync(caller, project, name, ifMatch, logstore => logstore.ReportSince is null
            ? Refusal.Conflict("ReportAlreadyOff", $"The report of the Logstore '{name}' is off.")
            : logstore.WithoutReport(), cancellation);

    private async Task<Outcome<Versioned<LogstoreAnswer>>> ChangeAsync(
        Caller caller, string project, string name, string? ifMatch, Func<Logstore, Outcome<Logstore>> change, CancellationToken cancellation) =>
        (await logstores.ChangeAsync(caller.Scope, project, name, ifMatch, change, cancellation)).Is(out var row, out var refusal)
            ? row.Versioned.Select(logstore => LogstoreAnswer.Of(logstore, caller.Region))
            : refusal;

    private static Refusal AlreadyOn(string name, DateTimeOffset since) =>
        Refusal.Conflict("ReportAlreadyOn", FormattableString.Invariant($"The report of the Logstore '{name}' has been on since {since.UtcDateTime:O}."));
}
