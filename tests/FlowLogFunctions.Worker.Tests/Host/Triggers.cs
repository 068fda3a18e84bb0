using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Google.Protobuf;
using Microsoft.Azure.Functions.Worker.Grpc.Messages;

namespace FlowLogFunctions.Worker.Tests.Host;

/// <summary>What the host's extensions for timers and storage queues send.</summary>
internal static class Triggers
{
    /// <summary>A timer that is due now.</summary>
    public static Task<InvocationResponse> FireAsync(this FunctionsHost host, string function)
    {
        var now = DateTimeOffset.UtcNow;
        var timer = JsonSerializer.Serialize(new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = new { Last = now.AddMinutes(-1), LastUpdated = now.AddMinutes(-1), Next = now },
            IsPastDue = false,
        });
        return host.InvokeAsync(host.Function(function), Guid.NewGuid().ToString(), new TypedData { Json = timer }, new Dictionary<string, TypedData>
        {
            ["timerTrigger"] = new() { String = now.ToString(CultureInfo.InvariantCulture) },
        });
    }

    /// <summary>Gives the function each message that its queue has, and deletes what it takes. Answers how many.</summary>
    public static async Task<int> DrainAsync(this FunctionsHost host, string function, string connection)
    {
        var trigger = host.Function(function);
        var queue = new QueueClient(connection, trigger.Queue, new QueueClientOptions { MessageEncoding = Encoding });
        var taken = 0;
        while ((await queue.ReceiveMessagesAsync(maxMessages: 16)).Value is { Length: > 0 } messages)
            foreach (var message in messages)
            {
                var answer = await host.DeliverAsync(trigger, message);
                Assert.True(answer.Result.Status == StatusResult.Types.Status.Success, answer.Result.Exception?.Message);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                taken++;
            }

        return taken;
    }

    /// <summary>A parameter of bytes has the message as they are, decoded as host.json says.</summary>
    public static Task<InvocationResponse> DeliverAsync(this FunctionsHost host, HostedFunction trigger, QueueMessage message) =>
        host.InvokeAsync(trigger, Guid.NewGuid().ToString(), new TypedData { Bytes = ByteString.CopyFrom(message.Body) }, new Dictionary<string, TypedData>
        {
            ["QueueTrigger"] = new() { String = message.Body.ToString() },
            ["Id"] = new() { String = message.MessageId },
            ["PopReceipt"] = new() { String = message.PopReceipt },
            ["DequeueCount"] = new() { Json = JsonSerializer.Serialize(message.DequeueCount) },
            ["ExpirationTime"] = new() { Json = JsonSerializer.Serialize(message.ExpiresOn) },
            ["InsertionTime"] = new() { Json = JsonSerializer.Serialize(message.InsertedOn) },
            ["NextVisibleTime"] = new() { Json = JsonSerializer.Serialize(message.NextVisibleOn) },
        });

    private static QueueMessageEncoding Encoding
    {
        get
        {
            using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FunctionsHost.App, "host.json")));
            var encoding = host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("messageEncoding").GetString();
            return Enum.Parse<QueueMessageEncoding>(encoding!, ignoreCase: true);
        }
    }
}
