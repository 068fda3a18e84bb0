using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary>What is the same for every table that SQLite reads by callbacks.</summary>
internal static unsafe class ModuleTable
{
    /// <summary>Makes a table known to a connection.</summary>
    /// <param name="owner">A handle of what answers its callbacks, which is freed after the connection.</param>
    public static void Register(nint connection, string name, SqliteModule* module, GCHandle owner)
    {
        if (SqliteApi.CreateModule(connection, name, module, GCHandle.ToIntPtr(owner), 0) != SqliteCodes.Ok)
            throw new InvalidOperationException($"SQLite does not take the table {name}: {Utf8Text.Of(SqliteApi.Message(connection))}");
    }

    /// <summary>Answers SQLite's call for a connection to the table.</summary>
    /// <param name="declaration">CREATE TABLE with its columns.</param>
    public static int Connect(nint connection, string declaration, nint owner, SqliteTable** table)
    {
        var code = SqliteApi.DeclareTable(connection, declaration);
        if (code != SqliteCodes.Ok)
            return code;
        *table = (SqliteTable*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteTable));
        (*table)->Owner = owner;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Disconnect(SqliteTable* table)
    {
        NativeMemory.Free(table);
        return SqliteCodes.Ok;
    }
}
