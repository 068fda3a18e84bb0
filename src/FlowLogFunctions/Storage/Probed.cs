namespace FlowLogFunctions.Storage;

/// <summary>What asking a service of storage came to.</summary>
/// <param name="Found">Its answer; nothing if there was none.</param>
/// <param name="Took">How long it took, or was waited for.</param>
internal readonly record struct Probed<T>(bool Answered, T? Found, TimeSpan Took);
