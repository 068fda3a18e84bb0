using FlowLog.Flows;

namespace FlowLog.Tests.Query.Sql;

/// <summary>A record as a row of what a statement selects from.</summary>
/// <param name="Part">Which part of a UNION ALL it is from; 0 if there is none.</param>
internal readonly record struct SomeRow(FlowRecord Record, int Part);
