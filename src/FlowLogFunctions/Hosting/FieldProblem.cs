using FlowLog.Query;

namespace FlowLogFunctions.Hosting;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Where: a property's path (<c>rules[2].portRange</c>), a parameter's name, or empty for the whole.</param>
/// <param name="Code">A stable code that programs may rely on.</param>
/// <param name="Message">What was found and what would be right.</param>
/// <param name="Line">Where in the field's text, from 1 on; null where that is no question.</param>
/// <param name="Column">From 1 on, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units are wrong; 0 at the end of the text.</param>
internal sealed record FieldProblem(string Field, string Code, string Message, int? Line = null, int? Column = null, int? Length = null)
{
    /// <summary>What is wrong with the text of a query, at its place.</summary>
    public static FieldProblem Of(string field, QueryProblem problem) =>
        new(field, problem.Code, problem.Message, problem.Line, problem.Column, problem.Length);
}
