using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;

namespace FlowLog.Sql.Running;

/// <summary>What a statement may do on a connection: read the table, call the functions that are documented, and no more than some of anything.</summary>
internal static unsafe class Sandbox
{
    private const int Selects = 21;
    private const int Reads = 20;
    private const int Calls = 31;
    private const int Recurses = 33;

    /// <summary>What the names of SQLite's own tables begin with.</summary>
    private static readonly string[] OfSqlite = ["sqlite_", "pragma_", "json", "fts", "dbstat", "rtree"];

    private static readonly (int What, int Most)[] Bounds =
    [
        (1, 1 << 20), // bytes of a statement
        (2, 1_000), // columns
        (3, 100), // depth of expressions
        (4, 100), // selections of a union
        (5, 100_000), // steps of a program
        (6, 64), // arguments
        (7, 0), // databases beside
        (8, 1_000), // bytes of a LIKE pattern
        (9, 0), // parameters
        (10, 0), // triggers in each other
        (11, 0), // threads
    ];

    /// <summary>To be called when all is set up.</summary>
    public static void Close(nint connection, int textBytes)
    {
        SqliteApi.Limit(connection, 0, textBytes);
        foreach (var (what, most) in Bounds)
            SqliteApi.Limit(connection, what, most);
        SqliteApi.Authorize(connection, &IsAllowed, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsAllowed(nint data, int action, byte* first, byte* second, byte* database, byte* trigger) => action switch
    {
        Selects or Recurses => SqliteCodes.Ok,
        Reads => MayRead(Utf8Text.Of(first), Utf8Text.Of(second)) ? SqliteCodes.Ok : SqliteCodes.Denied,
        Calls => SqlFunctions.Find(Utf8Text.Of(second)) is null ? SqliteCodes.Denied : SqliteCodes.Ok,
        _ => SqliteCodes.Denied,
    };

    /// <summary>Where no column is read, the name may also be one that the statement gave to a selection.</summary>
    private static bool MayRead(string table, string column)
    {
        if (table.Equals(LogModule.Name, StringComparison.OrdinalIgnoreCase) || table.StartsWith(ListTable.Prefix, StringComparison.Ordinal))
            return true;
        return column.Length == 0 && !OfSqlite.Any(beginning => table.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
    }
}
