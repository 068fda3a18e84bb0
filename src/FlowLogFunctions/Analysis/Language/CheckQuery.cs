using FlowLog.Query;
using FlowLog.Sql;
using FlowLogFunctions.Analysis.Queries;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Language;

/// <summary>
/// What is wrong with a query, as running it would say, without a Logstore: the same parser, planner and SQLite look at it. What only
/// records tell is not known. It may be asked at each pause of somebody who types, so it has bounds and turns of its own.
/// </summary>
internal sealed class CheckQuery(IOptions<AnalysisOptions> options, TimeProvider time) : IDisposable
{
    private const int MemoryBytes = 16 << 20;

    /// <summary>SQLite plans a usual statement in a millisecond; what takes longer than this is taken to be right.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private readonly QueryTurns _turns = new(options);

    public async Task<Outcome<CheckAnswer>> RunAsync(BodyReader body, CancellationToken cancellation)
    {
        var text = body.AnyText("query");
        if (body.IsInvalid(out var refusal))
            return refusal;
        if (!(await _turns.TakeAsync(Turns.Patience, cancellation)).Is(out var turn, out refusal))
            return refusal;
        using (turn)
            return new CheckAnswer(await ProblemsAsync(text!, cancellation));
    }

    public void Dispose() => _turns.Dispose();

    private async Task<IReadOnlyList<QueryProblem>> ProblemsAsync(string text, CancellationToken cancellation)
    {
        if (BodyReader.ControlCharacterIn(text) is { } at)
            return [QueryProblem.At(text, at, 1, "Malformed", "A query holds no control characters but tabs and ends of lines.")];
        if (!FlowQuery.TryParse(text, out var query, out var problems))
            return problems;
        var limits = options.Value.LimitsOfSql(time) with { Time = Longest, MemoryBytes = Math.Min(MemoryBytes, options.Value.MemoryBytes) };
        return await FlowQueries.CheckAsync(query, limits, cancellation) is { } problem ? [problem] : [];
    }
}
