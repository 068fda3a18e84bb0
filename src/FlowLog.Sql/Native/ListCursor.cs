using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_vtab_cursor</c> of a list that is taken as a table.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ListCursor
{
    public SqliteTable* Table;

    public int Row;

    public int Count;

    /// <summary>The elements, each a copy of a value.</summary>
    public nint* Values;
}
