namespace FlowLogFunctions.Capture;

/// <summary>A capture file as it is handed over.</summary>
/// <param name="Announced">The length that the caller says; null if it does not.</param>
/// <param name="Shift">Whether its first packet is moved to now.</param>
/// <param name="OnlyNew">Whether a file of that name stays as it is.</param>
internal sealed record CaptureUpload(Stream Content, long? Announced, bool Shift, bool OnlyNew);
