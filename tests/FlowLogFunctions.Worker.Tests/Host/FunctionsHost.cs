using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>
/// Plays the Functions host for the app as it was built: starts its worker, takes the steps of the protocol up to loaded functions, forwards
/// HTTP requests to the worker's own server, and invokes.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly RpcServer _rpc;
    private readonly WorkerChannel _channel;

    private FunctionsHost(RpcServer rpc, WorkerProcess worker, WorkerChannel channel) => (_rpc, Worker, _channel) = (rpc, worker, channel);

    /// <summary>The app's folder as it was built, beside the tests' own; FLOWLOG_TEST_APP names another, such as that of eng/package.</summary>
    public static string App { get; } = Environment.GetEnvironmentVariable("FLOWLOG_TEST_APP") ?? Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "FlowLogFunctions", new DirectoryInfo(AppContext.BaseDirectory).Name));

    public WorkerProcess Worker { get; }

    /// <summary>What the worker says it can.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<HostedFunction> Functions { get; private set; } = [];

    /// <summary>Invocations that have not ended.</summary>
    public int Running => _channel.Unanswered;

    public static async Task<FunctionsHost> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var rpc = await RpcServer.StartAsync();
        var workerId = Guid.NewGuid().ToString();
        var worker = WorkerProcess.Start(App, rpc.Address, workerId, settings);
        var connected = rpc.Service.Connected;
        if (await Task.WhenAny(connected, worker.ExitAsync(LongestStart)) != connected)
            throw new InvalidOperationException($"The worker does not connect: {worker.Errors}{worker.Output}");
        Assert.Equal(workerId, rpc.Service.WorkerId);
        var host = new FunctionsHost(rpc, worker, await connected);
        await host.InitializeAsync();
        await host.LoadAsync();
        return host;
    }

    public HostedFunction Function(string name) => Functions.Single(function => function.Name == name);

    /// <summary>Invokes a function; its result says whether it failed.</summary>
    /// <param name="trigger">The data of what triggers it.</param>
    /// <param name="metadata">The data beside it, such as the values of a route.</param>
    public async Task<InvocationResponse> InvokeAsync(
        HostedFunction function, string invocationId, TypedData trigger, IReadOnlyDictionary<string, TypedData> metadata)
    {
        var request = new InvocationRequest
        {
            FunctionId = function.Metadata.FunctionId,
            InvocationId = invocationId,
            TraceContext = new RpcTraceContext { TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01" },
        };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = trigger });
        request.TriggerMetadata.Add(new Dictionary<string, TypedData>(metadata));
        return (await _channel.AskAsync(new StreamingMessage { InvocationRequest = request })).InvocationResponse;
    }

    /// <summary>Asks the worker to end its process, as the host does before it kills it.</summary>
    public async Task<int> TerminateAsync()
    {
        var grace = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromSeconds(5));
        await _channel.SendAsync(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = grace } });
        return await Worker.ExitAsync(LongestStop);
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await _rpc.DisposeAsync();
    }

    private async Task InitializeAsync()
    {
        var request = new WorkerInitRequest { HostVersion = "4.1036.1.23224", WorkerDirectory = App, FunctionAppDirectory = App };
        request.Capabilities.Add("MultiStream", "10");
        var answer = (await _channel.AskAsync(new StreamingMessage { WorkerInitRequest = request })).WorkerInitResponse;
        ExpectSuccess(answer.Result);
        Capabilities = answer.Capabilities;
    }

    private async Task LoadAsync()
    {
        var ask = new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = App } };
        var answer = (await _channel.AskAsync(ask)).FunctionMetadataResponse;
        ExpectSuccess(answer.Result);
        Assert.False(answer.UseDefaultMetadataIndexing);
        Functions = [.. answer.FunctionMetadataResults.Select(metadata => new HostedFunction(metadata))];
        foreach (var function in Functions)
            ExpectSuccess((await _channel.AskAsync(new StreamingMessage { FunctionLoadRequest = function.ToLoad(App) })).FunctionLoadResponse.Result);
    }

    private static void ExpectSuccess(StatusResult result) =>
        Assert.True(result.Status == StatusResult.Types.Status.Success, result.Exception?.Message);
}
