namespace FlowLogFunctions.Analysis.Language;

/// <summary>What a search has as key and SQL as column.</summary>
/// <param name="SqlName">As SQL writes it without quotes; null if it is a key of searches alone.</param>
/// <param name="Type">number, text, address or name.</param>
/// <param name="OfTraffic">Whether records without traffic have no value of it.</param>
/// <param name="Values">Names of its values; null if it has none.</param>
internal sealed record LanguageField(string Name, string? SqlName, string Type, string Description, bool OfTraffic, IReadOnlyList<string>? Values);
