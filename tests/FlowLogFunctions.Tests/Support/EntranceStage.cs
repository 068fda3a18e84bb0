using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Tests.Support;

/// <summary>The app's services with settings of a test's own, called without a socket: for what depends on settings, time and addresses.</summary>
internal sealed class EntranceStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public EntranceStage(ApiFixture api, TimeProvider time, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(api.Get<IConfiguration>())
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time)
            .AddFlowLogFunctions(configuration)
            .BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Calls a function of the app by its name, as both hosts do; what it does is to answer 200.</summary>
    public async Task<(int Status, string? Code, Caller? Caller, HttpResponse Response)> CallAsync(
        string function, string? authorization, string address = "203.0.113.7", params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.SetEndpoint(new Endpoint(null, null, function));
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
        if (authorization is not null)
            context.Request.Headers.Authorization = authorization;
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        context.Response.Body = new MemoryStream();
        Caller? seen = null;
        var result = await Get<Api>().RunAsync(
            context.Request,
            caller =>
            {
                seen = caller;
                return Task.FromResult(Results.Ok());
            },
            default);
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, (result as ProblemResult)?.Refusal.Code, seen, context.Response);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
