using System.Text.Json.Serialization;

namespace FlowLogFunctions.FlowLogs;

/// <summary>How a flow log's delivery fares, as the API shows it.</summary>
/// <param name="Status">SUCCESS or FAILED, as things are now.</param>
/// <param name="Error">As <see cref="FlowLogAnswer.DeliveryErrorMessage"/>.</param>
/// <param name="CompleteTo">Up to here all that can come is there, for every ENI; a lost minute holds it back until it is healed.</param>
/// <param name="LagSeconds">From there to now, while the flow log captures.</param>
internal sealed record DeliveryAnswer(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? LastRecordTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? CompleteTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? LagSeconds,
    long RecordsLastHour, long BytesLastHour)
{
    public static DeliveryAnswer Of(FlowLog flowLog, string? error, DeliveryHealth? health, DateTimeOffset now) => new(
        StatusOf(error), error, Time(health?.LastRecordTime), Time(health?.CompleteTo),
        flowLog.IsCapturing && health?.CompleteTo is { } complete ? Math.Max(0, now.ToUnixTimeSeconds() - complete) : null,
        health?.RecordsLastHour ?? 0, health?.BytesLastHour ?? 0);

    public static string StatusOf(string? error) => error is null ? "SUCCESS" : "FAILED";

    private static DateTimeOffset? Time(long? seconds) => seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds(known) : null;
}
