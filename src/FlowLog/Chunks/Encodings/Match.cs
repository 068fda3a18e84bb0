namespace FlowLog.Chunks.Encodings;

/// <summary>Which of some integers pass a test, as far as their bounds tell.</summary>
internal enum Match
{
    None,
    Some,
    All,
}
