using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using FlowLog.Chunks;

namespace FlowLogFunctions.Observability;

/// <summary>
/// How a trace goes through a queue: a message says which of the app's activities sent it. Activities of others, such as the web server's, are not
/// named: nobody sends them anywhere.
/// </summary>
internal static class MessageTrace
{
    private const int SpanIdSize = 8;

    /// <summary>The text of <c>traceparent</c>; null while nobody traces.</summary>
    public static string? Text => Sender?.Id;

    /// <summary>The same for a batch.</summary>
    public static TraceParent? Parent => Sender is { } sender
        ? new(
            UInt128.Parse(sender.TraceId.ToHexString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            ulong.Parse(sender.SpanId.ToHexString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            (byte)sender.ActivityTraceFlags)
        : null;

    private static Activity? Sender =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C, Source.Name: Traces.SourceName } current ? current : null;

    public static ActivityContext ContextOf(TraceParent? parent)
    {
        if (parent is not { } sender)
            return default;
        Span<byte> trace = stackalloc byte[16];
        Span<byte> span = stackalloc byte[SpanIdSize];
        BinaryPrimitives.WriteUInt128BigEndian(trace, sender.TraceId);
        BinaryPrimitives.WriteUInt64BigEndian(span, sender.ParentId);
        return new(
            ActivityTraceId.CreateFromBytes(trace), ActivitySpanId.CreateFromBytes(span), (ActivityTraceFlags)sender.Flags & ActivityTraceFlags.Recorded, isRemote: true);
    }

    /// <summary>Of a text that nobody vouches for; nothing if it is no <c>traceparent</c>.</summary>
    public static ActivityContext ContextOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : default;
}
