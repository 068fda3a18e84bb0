using System.Text.Json.Serialization;

namespace FlowLogFunctions.Poison;

/// <summary>A message that could not be processed, as the API shows it.</summary>
/// <param name="Id">Of the message, as long as it lies there.</param>
/// <param name="Queue">The queue that it came from and goes back to.</param>
/// <param name="From">Of a batch with records: the start of the first.</param>
/// <param name="To">Of a batch with records: the end of the last.</param>
internal sealed record PoisonItem(
    string Id, string Queue, string Region, IReadOnlyList<string> FlowLogIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BatchId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EniId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Records,
    string Reason, DateTimeOffset InsertedAt);
