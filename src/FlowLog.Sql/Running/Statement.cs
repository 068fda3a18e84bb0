using System.Text;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Running;

/// <summary>A prepared statement.</summary>
internal sealed unsafe class Statement : IDisposable
{
    private readonly Session _session;
    private readonly nint _statement;

    /// <exception cref="SqliteFailure">It makes no sense to SQLite.</exception>
    public Statement(Session session, string text)
    {
        _session = session;
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* bytes = utf8)
            Check(SqliteApi.Prepare(session.Handle, bytes, utf8.Length, 0, out _statement, out _));
        Columns = SqliteApi.ColumnCount(_statement);
    }

    public int Columns { get; }

    public bool IsReadOnly => SqliteApi.IsReadOnly(_statement) != 0;

    /// <summary>Goes to the next row.</summary>
    /// <returns>False if there is none.</returns>
    /// <exception cref="SqliteFailure">It cannot go on.</exception>
    public bool Step()
    {
        var code = SqliteApi.Step(_statement);
        if (code is not (SqliteCodes.Row or SqliteCodes.Done))
            Check(code);
        return code == SqliteCodes.Row;
    }

    public SqliteValue Value(int column) => new(SqliteApi.ColumnValue(_statement, column));

    public string Name(int column) => Utf8Text.Of(SqliteApi.ColumnName(_statement, column));

    public string DeclaredType(int column) => Utf8Text.Of(SqliteApi.ColumnType(_statement, column));

    public void Dispose() => SqliteApi.End(_statement);

    private void Check(int code)
    {
        if (code != SqliteCodes.Ok)
            throw new SqliteFailure(code, Utf8Text.Of(SqliteApi.Message(_session.Handle)), SqliteApi.ErrorOffset(_session.Handle));
    }
}
