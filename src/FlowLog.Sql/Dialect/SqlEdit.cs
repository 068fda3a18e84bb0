namespace FlowLog.Sql.Dialect;

/// <summary>A change to a statement's text.</summary>
/// <param name="Offset">In UTF-16 units of the text as it was written.</param>
/// <param name="Length">Of what is taken away.</param>
internal readonly record struct SqlEdit(int Offset, int Length, string Text);
