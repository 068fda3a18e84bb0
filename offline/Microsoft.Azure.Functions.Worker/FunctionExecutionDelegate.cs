namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Handles an invocation.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
