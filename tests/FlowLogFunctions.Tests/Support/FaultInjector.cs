using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FlowLogFunctions.Tests.Support;

/// <summary>Makes calls to storage fail, before or after they took effect. It sees every try of a call by itself.</summary>
internal sealed class FaultInjector : HttpPipelinePolicy
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(60);

    private readonly ConcurrentDictionary<Fault, int> _counts = new();

    /// <summary>Says of each try what happens to it; null lets all through. Called by several threads.</summary>
    public Func<Request, Fault>? Rule { get; set; }

    /// <summary>Gives an answer in place of storage's; null lets the call through.</summary>
    public Func<Request, Response?>? Answer { get; set; }

    /// <summary>How often each fault happened.</summary>
    public IReadOnlyDictionary<Fault, int> Counts => _counts;

    /// <summary>A rule that throws dice: of so many tries one fails, with any of the faults; the same seed throws the same.</summary>
    public static Func<Request, Fault> Dice(int seed, int oneOf, params Fault[] faults)
    {
        var random = new Random(seed);
        return _ =>
        {
            lock (random)
                return random.Next(oneOf) == 0 ? faults[random.Next(faults.Length)] : Fault.None;
        };
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is called asynchronously only.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var fault = Rule?.Invoke(message.Request) ?? Fault.None;
        _counts.AddOrUpdate(fault, 1, (_, count) => count + 1);
        await BeforeAsync(message, fault);
        if (fault is Fault.Busy or Fault.TimedOutBefore)
            return;
        if (Answer?.Invoke(message.Request) is { } answer)
        {
            message.Response = answer;
            return;
        }

        await ProcessNextAsync(message, pipeline);
        await AfterAsync(message, fault);
    }

    private static async Task BeforeAsync(HttpMessage message, Fault fault)
    {
        switch (fault)
        {
            case Fault.Refused: throw new RequestFailedException("Connection refused (injected).");
            case Fault.KilledBefore: throw new WorkerKilledException();
            case Fault.LateStart: await Task.Delay(LongestDelay); break;
            case Fault.Busy: message.Response = new CannedResponse(503, "ServerBusy"); break;
            case Fault.TimedOutBefore: message.Response = new CannedResponse(500, "OperationTimedOut"); break;
        }
    }

    private static async Task AfterAsync(HttpMessage message, Fault fault)
    {
        switch (fault)
        {
            case Fault.KilledAfter: throw new WorkerKilledException();
            case Fault.LateAnswer: await Task.Delay(LongestDelay); break;
            case Fault.TimedOutAfter:
                message.Response.Dispose();
                message.Response = new CannedResponse(500, "OperationTimedOut");
                break;
            case Fault.CutOff:
                message.Response.Dispose();
                throw new IOException("The connection was reset (injected).");
        }
    }
}
