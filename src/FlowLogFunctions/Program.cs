using FlowLogFunctions;
using FlowLogFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.ConfigureWorkerServer();
builder.Services.AddFlowLogFunctions(builder.Configuration);
try
{
    builder.Build().Run();
    return 0;
}
catch (Exception fault) when (SettingProblems.In(fault) is { Count: > 0 } problems)
{
    // The Functions host shows what the worker writes to stderr, line by line.
    foreach (var problem in problems)
        await Console.Error.WriteLineAsync($"Settings error: {problem}");
    return 1;
}
