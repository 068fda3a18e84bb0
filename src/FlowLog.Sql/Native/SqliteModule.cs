using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_module</c>, version 1: a table that is only read leaves most of it null.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteModule
{
    public int Version;
    public nint Create;
    public delegate* unmanaged[Cdecl]<nint, nint, int, byte**, SqliteTable**, byte**, int> Connect;
    public delegate* unmanaged[Cdecl]<SqliteTable*, IndexInfo*, int> BestIndex;
    public delegate* unmanaged[Cdecl]<SqliteTable*, int> Disconnect;
    public nint Destroy;
    public delegate* unmanaged[Cdecl]<SqliteTable*, SqliteCursor**, int> Open;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, int> Close;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, int, byte*, int, nint*, int> Filter;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, int> Next;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, int> AtEnd;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, nint, int, int> Column;
    public delegate* unmanaged[Cdecl]<SqliteCursor*, long*, int> RowId;
    public nint Update;
    public nint Begin;
    public nint Sync;
    public nint Commit;
    public nint Rollback;
    public delegate* unmanaged[Cdecl]<SqliteTable*, int, byte*, nint*, nint*, int> FindFunction;
    public nint Rename;
    public nint Savepoint;
    public nint Release;
    public nint RollbackTo;
    public nint ShadowName;
    public nint Integrity;
}
