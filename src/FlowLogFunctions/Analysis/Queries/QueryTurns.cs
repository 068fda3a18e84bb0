using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Analysis.Queries;

/// <summary>Lets some queries run at a time.</summary>
internal sealed class QueryTurns(IOptions<AnalysisOptions> options)
    : Turns(options.Value.Parallelism, $"{options.Value.Parallelism} queries are running; repeat the request later.");
