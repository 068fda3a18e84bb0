using FlowLogFunctions;
using FlowLogFunctions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.ConfigureWorkerServer();
    builder.Services.AddFlowLogFunctions(builder.Configuration);
    using var app = builder.Build();
    // The host validates after it has made its services, some of which need the settings.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.Run();
    return 0;
}
catch (Exception fault) when (SettingProblems.In(fault) is { Count: > 0 } problems)
{
    // The Functions host shows what the worker writes to stderr, line by line.
    foreach (var problem in problems)
        await Console.Error.WriteLineAsync($"Settings error: {problem}");
    return 1;
}
