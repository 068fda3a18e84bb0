namespace FlowLog.Sql.Native;

/// <summary>Result codes, types and actions of SQLite's C interface.</summary>
internal static class SqliteCodes
{
    public const int Ok = 0;
    public const int Error = 1;
    public const int Denied = 1;
    public const int OutOfMemory = 7;
    public const int Interrupted = 9;
    public const int Full = 13;
    public const int TooBig = 18;
    public const int Constraint = 19;
    public const int Row = 100;
    public const int Done = 101;

    public const int Integer = 1;
    public const int Real = 2;
    public const int Text = 3;
    public const int Blob = 4;
    public const int Null = 5;

    public const int Utf8 = 1;
    public const int Deterministic = 0x800;
    public const int Innocuous = 0x200000;

    /// <summary>The destructor that makes SQLite keep a copy.</summary>
    public static readonly nint Transient = -1;

    /// <summary>The destructor of memory that outlives the statement.</summary>
    public static readonly nint Static;
}
