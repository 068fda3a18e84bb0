using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>extensions.queues of host.json, with the Storage Queues extension's defaults and bounds.</summary>
/// <param name="BatchSize">Messages taken at once: 1 to 32, 16 by default.</param>
/// <param name="NewBatchThreshold">Messages are taken again when at most so many are being handled; half the batch by default.</param>
/// <param name="VisibilityTimeout">Time before a message that failed is seen again; 0 by default.</param>
/// <param name="MaxDequeueCount">Tries before a message is moved to the poison queue: at least 1, 5 by default.</param>
/// <param name="MaxPollingInterval">Longest wait between looks at an empty queue: at least 100 ms, a minute by default.</param>
/// <param name="IsBase64">Whether messages are base64 texts, as by default, or plain text.</param>
internal sealed record QueueSettings(
    int BatchSize, int NewBatchThreshold, TimeSpan VisibilityTimeout, int MaxDequeueCount, TimeSpan MaxPollingInterval, bool IsBase64)
{
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The service keeps a message invisible for at most 7 days.</summary>
    private static readonly TimeSpan LongestInvisibility = TimeSpan.FromDays(7);

    /// <summary>How long a message is hidden from others while it is handled; renewed at half-time. Fixed in the extension.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <exception cref="StartException">A value is out of bounds.</exception>
    public static QueueSettings Of(IConfiguration section)
    {
        var batchSize = Whole(section, "batchSize", 16, 1, 32);
        return new(
            batchSize,
            Whole(section, "newBatchThreshold", batchSize / 2, 0, int.MaxValue),
            Time(section, "visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero, LongestInvisibility),
            Whole(section, "maxDequeueCount", 5, 1, int.MaxValue),
            Time(section, "maxPollingInterval", TimeSpan.FromMinutes(1), MinPollingInterval, TimeSpan.MaxValue),
            EncodingIsBase64(section["messageEncoding"]));
    }

    private static int Whole(IConfiguration section, string name, int whenMissing, int least, int most)
    {
        if (section[name] is not { Length: > 0 } text) return whenMissing;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(name, text);
    }

    private static TimeSpan Time(IConfiguration section, string name, TimeSpan whenMissing, TimeSpan least, TimeSpan most)
    {
        if (section[name] is not { Length: > 0 } text) return whenMissing;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(name, text);
    }

    private static bool EncodingIsBase64(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "BASE64" => true,
        "NONE" => false,
        _ => throw Wrong("messageEncoding", text),
    };

    private static StartException Wrong(string name, string text) => new($"host.json, extensions.queues.{name}: {text} is not valid.");
}
