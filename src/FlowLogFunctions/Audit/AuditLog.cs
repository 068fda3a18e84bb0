using System.Diagnostics;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Limits;
using FlowLogFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Audit;

/// <summary>
/// Records actions once they have ended and before they are answered. If the record cannot be stored, what was done is done: the answer stands,
/// the loss is counted and the app's log has what the record would have said.
/// </summary>
internal sealed partial class AuditLog(
    AuditTables tables, ClientAddress addresses, IdSource ids, TimeProvider time, UpkeepTelemetry telemetry, ILogger<AuditLog> log)
{
    private const int MaxAgentLength = 256;
    private const int MaxResourceLength = 1024;
    private const int EventIdLength = 20;

    /// <summary>What a caller waits for a record at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The request's id: that of its trace, where there is one.</summary>
    public static string RequestIdOf(HttpRequest request) => Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;

    /// <param name="code">Of the refusal; null if it succeeded.</param>
    public async Task WriteAsync(ApiCall call, HttpRequest request, int status, string? code)
    {
        var caller = call.Caller;
        var record = new AuditRecord(
            ids.Text(EventIdLength), time.GetUtcNow(), caller.AccountId, caller.UserName, caller.AccessKeyId, addresses.Of(request),
            Plain(request.Headers.UserAgent.ToString(), MaxAgentLength), call.Action.Name, Plain(call.Resource, MaxResourceLength), caller.Region,
            RequestIdOf(request), OutcomeOf(status), status, code);
        try
        {
            // The caller may have left: what it did is recorded all the same.
            using var patience = new CancellationTokenSource(Patience, time);
            await tables.AddAsync(record.AccountId, record.Time, record.EventId, record, patience.Token);
            telemetry.Audited();
        }
        catch (Exception fault)
        {
            telemetry.AuditLost();
            LogLost(log, record.EventId, record.AccountId, record.UserName, record.AccessKeyId, record.Action, record.Resource, record.Status, fault);
        }
    }

    private static AuditOutcome OutcomeOf(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => AuditOutcome.Succeeded,
        StatusCodes.Status403Forbidden => AuditOutcome.Denied,
        _ => AuditOutcome.Failed,
    };

    /// <summary>Without control characters and lone surrogates, and not longer than that.</summary>
    private static string Plain(string text, int most) =>
        new([.. text.Take(most).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter)]);

    [LoggerMessage(480, LogLevel.Error, "The audit record {EventId} could not be stored: {Account} {User} {AccessKeyId} {Action} {Resource} {Status}")]
    private static partial void LogLost(
        ILogger logger, string eventId, string account, string? user, string accessKeyId, string action, string resource, int status, Exception fault);
}
