namespace FlowLog.Sql.Functions;

/// <summary>A text that would be longer than texts may be.</summary>
internal sealed class TextTooLongException : Exception;
