using FlowLogFunctions.LocalHost.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LocalHost;

/// <summary>What a host serves, and how.</summary>
internal sealed record FunctionHostOptions
{
    /// <summary>The types in which functions are looked for.</summary>
    public required IReadOnlyCollection<Type> Types { get; init; }

    /// <summary>The app's own services.</summary>
    public required Action<IServiceCollection, IConfiguration> Register { get; init; }

    public required ConfigurationManager Settings { get; init; }

    public required HostSettings Host { get; init; }

    /// <summary>Holds the timers' status.</summary>
    public required string DataFolder { get; init; }

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    public bool Verbose { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
