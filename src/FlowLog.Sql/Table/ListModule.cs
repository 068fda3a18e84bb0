using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>The callbacks of a list that is taken as a table: SQLite gives its elements as conditions on hidden columns.</summary>
internal static unsafe partial class ListModule
{
    private const string Library = "e_sqlite3";
    private static readonly SqliteModule* Module = Make();

    /// <param name="table">A handle of the list, which is freed after the connection.</param>
    public static void Register(nint connection, ListTable list, GCHandle table) => ModuleTable.Register(connection, list.Name, Module, table);

    private static SqliteModule* Make()
    {
        var module = (SqliteModule*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteModule));
        module->Connect = &Connect;
        module->BestIndex = &BestIndex;
        module->Disconnect = &ModuleTable.Disconnect;
        module->Open = &Open;
        module->Close = &Close;
        module->Filter = &Filter;
        module->Next = &Next;
        module->AtEnd = &AtEnd;
        module->Column = &Column;
        module->RowId = &RowId;
        return module;
    }

    private static ListTable Of(SqliteTable* table) => (ListTable)GCHandle.FromIntPtr(table->Owner).Target!;

    /// <summary>Columns before the hidden ones.</summary>
    private static int Shown(ListTable list) => list.Number is null ? 1 : 2;

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Connect(nint connection, nint data, int count, byte** arguments, SqliteTable** table, byte** message)
    {
        var list = (ListTable)GCHandle.FromIntPtr(data).Target!;
        var columns = new List<string> { Quoted(list.Column) };
        if (list.Number is not null)
            columns.Add(Quoted(list.Number) + " bigint");
        columns.AddRange(Enumerable.Range(0, list.Elements).Select(element => $"\" {element}\" HIDDEN"));
        return ModuleTable.Connect(connection, $"CREATE TABLE list({string.Join(", ", columns)})", data, table);
    }

    /// <summary>Only a way on which all elements are known is one.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BestIndex(SqliteTable* table, IndexInfo* info)
    {
        var list = Of(table);
        var given = 0;
        for (var i = 0; i < info->ConstraintCount; i++)
        {
            var element = info->Constraints[i].Column - Shown(list);
            if (element < 0 || info->Constraints[i].Operator != (byte)TestOperator.Equal || info->Constraints[i].IsUsable == 0)
                continue;
            info->Usage[i].Place = element + 1;
            info->Usage[i].Omit = 1;
            given++;
        }

        (info->Cost, info->Rows) = (list.Elements, list.Elements);
        return given == list.Elements ? SqliteCodes.Ok : SqliteCodes.Constraint;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteTable* table, SqliteCursor** cursor)
    {
        var opened = (ListCursor*)NativeMemory.AllocZeroed((nuint)sizeof(ListCursor));
        opened->Values = (nint*)NativeMemory.AllocZeroed((nuint)Of(table).Elements, (nuint)sizeof(nint));
        *cursor = (SqliteCursor*)opened;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteCursor* cursor)
    {
        var list = (ListCursor*)cursor;
        Forget(list);
        NativeMemory.Free(list->Values);
        NativeMemory.Free(list);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Filter(SqliteCursor* cursor, int number, byte* text, int count, nint* values)
    {
        var list = (ListCursor*)cursor;
        Forget(list);
        for (; list->Count < count; list->Count++)
            list->Values[list->Count] = Copy(values[list->Count]);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Next(SqliteCursor* cursor)
    {
        ((ListCursor*)cursor)->Row++;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AtEnd(SqliteCursor* cursor) => ((ListCursor*)cursor)->Row < ((ListCursor*)cursor)->Count ? 0 : 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RowId(SqliteCursor* cursor, long* number)
    {
        *number = ((ListCursor*)cursor)->Row;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Column(SqliteCursor* cursor, nint context, int number)
    {
        var list = (ListCursor*)cursor;
        var shown = Shown(Of(list->Table));
        if (number == 1 && shown == 2)
            new SqliteResult(context).Set(list->Row + 1L);
        else
            SetValue(context, list->Values[number < shown ? list->Row : number - shown]);
        return SqliteCodes.Ok;
    }

    private static void Forget(ListCursor* list)
    {
        while (list->Count > 0)
            Free(list->Values[--list->Count]);
        list->Row = 0;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_value_dup")]
    private static partial nint Copy(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_free")]
    private static partial void Free(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_value")]
    private static partial void SetValue(nint context, nint value);
}
