using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects an app's services. What it builds says that only the local host can serve this build.</summary>
public class FunctionsApplicationBuilder
{
    private readonly HostApplicationBuilder _inner;

    internal FunctionsApplicationBuilder(string[] args) => _inner = Host.CreateApplicationBuilder(args);

    public ConfigurationManager Configuration => _inner.Configuration;

    public IHostEnvironment Environment => _inner.Environment;

    public ILoggingBuilder Logging => _inner.Logging;

    public IServiceCollection Services => _inner.Services;

    /// <exception cref="NotSupportedException">Always: the Functions worker itself is not part of an offline build.</exception>
    public IHost Build() => throw new NotSupportedException(
        "This is an offline build: it has no Functions worker. Serve it with ./run, or build it where the official packages restore.");
}
