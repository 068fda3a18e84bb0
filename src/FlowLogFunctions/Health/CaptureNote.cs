namespace FlowLogFunctions.Health;

/// <summary>The last run of capture.</summary>
/// <param name="Steps">Steps of ENIs that were handed to the queue whole.</param>
/// <param name="Failures">ENIs and accounts that could not be captured to their end.</param>
/// <param name="LastCaptures">By kind of traffic source, as ENIs name it: the end of the last run that captured any.</param>
internal sealed record CaptureNote(
    DateTimeOffset StartedAt, DateTimeOffset EndedAt, CaptureResult Result, long Steps, int Failures, IReadOnlyDictionary<string, DateTimeOffset> LastCaptures);
