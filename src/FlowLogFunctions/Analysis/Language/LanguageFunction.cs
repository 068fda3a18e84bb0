namespace FlowLogFunctions.Analysis.Language;

/// <summary>What SQL may call.</summary>
/// <param name="Kind">aggregate: many rows to one value; window: called with OVER; scalar: one row's values to one.</param>
/// <param name="Signature">With its arguments, those in square brackets may be left out.</param>
internal sealed record LanguageFunction(string Name, string Kind, string Signature, string Description);
