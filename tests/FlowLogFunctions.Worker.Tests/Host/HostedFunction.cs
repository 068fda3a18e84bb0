using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>A function as the worker listed it.</summary>
internal sealed class HostedFunction
{
    private readonly JsonElement _trigger;

    public HostedFunction(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        _trigger = metadata.RawBindings
            .Select(binding => JsonDocument.Parse(binding).RootElement)
            .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
    }

    public RpcFunctionMetadata Metadata { get; }

    public string Name => Metadata.Name;

    public string Trigger => Text("type")!;

    /// <summary>The parameter that is bound to the trigger.</summary>
    public string Parameter => Text("name")!;

    public string? Route => Text("route");

    public string? AuthLevel => Text("authLevel");

    public string? Schedule => Text("schedule");

    public string? Queue => Text("queueName");

    public string? DataType => Text("dataType");

    public string[] Methods => [.. _trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!)];

    /// <summary>What the host asks of the worker before the first invocation.</summary>
    public FunctionLoadRequest ToLoad(string app)
    {
        var request = new FunctionLoadRequest
        {
            FunctionId = Metadata.FunctionId,
            Metadata = new RpcFunctionMetadata
            {
                Name = Name,
                Directory = app,
                EntryPoint = Metadata.EntryPoint,
                ScriptFile = Path.Combine(app, Metadata.ScriptFile),
                IsProxy = false,
            },
        };
        request.Metadata.Bindings.Add(Metadata.Bindings);
        return request;
    }

    private string? Text(string name) => _trigger.TryGetProperty(name, out var value) ? value.GetString() : null;
}
