using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_vtab_cursor</c> and, behind it, the rows it is at, so that a row takes no more than a look at memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteCursor
{
    public SqliteTable* Table;

    /// <summary>A handle of the <see cref="Table.LogCursor"/>.</summary>
    public nint Owner;

    /// <summary>The row within the step, from 0 on; at the end if it is <see cref="Count"/>.</summary>
    public int Row;

    public int Count;

    /// <summary>Status of each row of the step; null if all are OK, or nothing depends on it.</summary>
    public long* Status;

    public CursorColumn* Columns;
}
