using System.Runtime.InteropServices;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace FlowLog.Sql.Native;

/// <summary>SQLite's C interface as far as this project needs it: virtual tables, functions and statements. A connection is a plain pointer.</summary>
internal static unsafe partial class SqliteApi
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_create_module_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateModule(nint connection, string name, SqliteModule* module, nint data, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_declare_vtab", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DeclareTable(nint connection, string statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_config")]
    public static partial int ConfigureTable(nint connection, int option);

    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_collation")]
    public static partial byte* Collation(IndexInfo* info, int constraint);

    /// <summary>Whether a constraint is an IN that can be taken as one list; with 1, that it is.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_in")]
    public static partial int IsList(IndexInfo* info, int constraint, int handle);

    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_in_first")]
    public static partial int FirstOfList(nint list, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_in_next")]
    public static partial int NextOfList(nint list, out nint value);

    /// <summary>The right side of a constraint, if it is a literal.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_vtab_rhs_value")]
    public static partial int RightSide(IndexInfo* info, int constraint, out nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_malloc64")]
    public static partial void* Allocate(ulong bytes);

    [LibraryImport(Library, EntryPoint = "sqlite3_free")]
    public static partial void Free(void* memory);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v3")]
    public static partial int Prepare(nint connection, byte* text, int bytes, uint flags, out nint statement, out byte* tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    public static partial int End(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_stmt_readonly")]
    public static partial int IsReadOnly(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_count")]
    public static partial int ColumnCount(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_name")]
    public static partial byte* ColumnName(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_decltype")]
    public static partial byte* ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    public static partial nint ColumnValue(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_errmsg")]
    public static partial byte* Message(nint connection);

    /// <summary>Byte of the statement at which the last error lies; -1 if it lies nowhere.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_error_offset")]
    public static partial int ErrorOffset(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_limit")]
    public static partial int Limit(nint connection, int what, int value);

    [LibraryImport(Library, EntryPoint = "sqlite3_progress_handler")]
    public static partial void OnProgress(nint connection, int operations, delegate* unmanaged[Cdecl]<nint, int> handler, nint data);

    [LibraryImport(Library, EntryPoint = "sqlite3_set_authorizer")]
    public static partial int Authorize(nint connection, delegate* unmanaged[Cdecl]<nint, int, byte*, byte*, byte*, byte*, int> authorizer, nint data);

    [LibraryImport(Library, EntryPoint = "sqlite3_interrupt")]
    public static partial void Interrupt(nint connection);
}
