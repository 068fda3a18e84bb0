namespace FlowLogFunctions.Hosting;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Where: a property's path (<c>rules[2].portRange</c>), a parameter's name, or empty for the whole.</param>
/// <param name="Code">A stable code that programs may rely on.</param>
/// <param name="Message">What was found and what would be right.</param>
internal sealed record FieldProblem(string Field, string Code, string Message);
