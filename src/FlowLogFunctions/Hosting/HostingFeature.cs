using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Hosting;

internal static class HostingFeature
{
    public static IServiceCollection AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RegionOptions>(configuration, RegionOptions.Section)
            .Validate(options => options.Ids.Count == 0 || options.Ids.Contains(options.Default), $"{RegionOptions.Section}:Default must be one of {RegionOptions.Section}:Ids");
        return services
            .AddSingleton<RegionCatalog>().AddSingleton<Telemetry>().AddSingleton<CallTelemetry>().AddSingleton<UpkeepTelemetry>()
            .AddSingleton<Entrance>().AddSingleton<Api>();
    }
}
