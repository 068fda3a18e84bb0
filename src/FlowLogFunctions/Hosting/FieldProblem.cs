namespace FlowLogFunctions.Hosting;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Where: a property's path (<c>rules[2].portRange</c>), a parameter's name, or empty for the whole.</param>
/// <param name="Code">A stable code that programs may rely on.</param>
/// <param name="Message">What was found and what would be right.</param>
/// <param name="Line">Of a query: in which of its lines, from 1 on.</param>
/// <param name="Column">Of a query: where in the line, from 1 on, in UTF-16 units.</param>
/// <param name="Length">Of a query: how many UTF-16 units are meant.</param>
internal sealed record FieldProblem(string Field, string Code, string Message, int? Line = null, int? Column = null, int? Length = null);
