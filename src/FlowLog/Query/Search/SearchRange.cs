namespace FlowLog.Query.Search;

/// <summary>A range as it is written: <c>[</c> and <c>]</c> include their bound, <c>(</c> and <c>)</c> do not.</summary>
internal readonly record struct SearchRange(SearchToken Low, bool IncludesLow, SearchToken High, bool IncludesHigh);
