using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_vtab</c> and what is ours behind it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteTable
{
    public nint Module;
    public int References;
    public byte* Message;

    /// <summary>A handle of the <see cref="Table.LogTable"/>.</summary>
    public nint Owner;
}
