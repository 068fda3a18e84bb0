using FlowLog.Query;
using FlowLog.Sql;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Observability;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>What all that queries records keeps to: it takes its turn, its time is bounded, and what it took too much of is a refusal.</summary>
internal sealed class QueryGate(QueryTurns turns, IOptions<AnalysisOptions> options, CallTelemetry telemetry, TimeProvider time)
{
    public async Task<Outcome<T>> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var (begun, result) = (time.GetTimestamp(), "failed");
        using var activity = Traces.Start("query");
        try
        {
            var outcome = await TakeTurnAsync(work, cancellation);
            result = outcome.Refusal?.Code ?? "answered";
            return outcome;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            result = "caller left";
            throw;
        }
        finally
        {
            telemetry.Queried(time.GetElapsedTime(begun), result);
            activity?.SetTag("flowlog.result", result);
        }
    }

    private async Task<Outcome<T>> TakeTurnAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (!(await turns.TakeAsync(Turns.Patience, cancellation)).Is(out var turn, out var refusal))
            return refusal;
        using (turn)
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time))
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation))
        {
            try
            {
                return await work(stop.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return TooLarge($"It takes longer than {options.Value.Seconds} s; ask for a shorter time or for less.");
            }
            catch (QueryLimitException bound)
            {
                return TooLarge(bound.Message);
            }
            catch (QueryFailedException fault)
            {
                return Refusal.Invalid([FieldProblem.Of("query", fault.Problem)]);
            }
            catch (OverflowException)
            {
                return TooLarge("A sum is beyond 2^63-1; ask for a shorter time.");
            }
        }
    }

    private static Refusal TooLarge(string detail) => new(StatusCodes.Status400BadRequest, "QueryTooLarge", detail);
}
