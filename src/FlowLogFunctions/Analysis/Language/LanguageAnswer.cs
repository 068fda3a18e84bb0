namespace FlowLogFunctions.Analysis.Language;

/// <summary>The words of the query language, for editors.</summary>
internal sealed record LanguageAnswer(IReadOnlyList<LanguageField> Fields, IReadOnlyList<string> Keywords, IReadOnlyList<LanguageFunction> Functions);
