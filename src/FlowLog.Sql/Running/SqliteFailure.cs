namespace FlowLog.Sql.Running;

/// <summary>What SQLite says when something fails.</summary>
/// <param name="code">A result code.</param>
/// <param name="offset">Byte of the statement; -1 if it lies nowhere.</param>
internal sealed class SqliteFailure(int code, string message, int offset) : Exception(message)
{
    public int Code => code;

    public int Offset => offset;
}
