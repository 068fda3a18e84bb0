using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>The callbacks by which SQLite reads the table <c>log</c>. No exception may leave one: it is kept in the <see cref="LogTable"/>.</summary>
internal static unsafe class LogModule
{
    /// <summary>The table's name. It is there without being created.</summary>
    public const string Name = "log";

    private static readonly SqliteModule* Module = Make();

    /// <summary>Makes the table known to a connection.</summary>
    /// <param name="table">A handle that is freed after the connection.</param>
    public static void Register(nint connection, GCHandle table) => ModuleTable.Register(connection, Name, Module, table);

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
        module->FindFunction = &FindFunction;
        return module;
    }

    private static T Of<T>(nint handle) => (T)GCHandle.FromIntPtr(handle).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Connect(nint connection, nint data, int count, byte** arguments, SqliteTable** table, byte** message) =>
        ModuleTable.Connect(connection, LogColumn.Declaration, data, table);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BestIndex(SqliteTable* table, IndexInfo* info)
    {
        var owner = Of<LogTable>(table->Owner);
        try
        {
            info->Number = owner.Plan(info);
            return SqliteCodes.Ok;
        }
        catch (Exception exception)
        {
            return owner.Fail(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteTable* table, SqliteCursor** cursor)
    {
        var opened = (SqliteCursor*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteCursor));
        opened->Owner = GCHandle.ToIntPtr(GCHandle.Alloc(new LogCursor(Of<LogTable>(table->Owner), opened)));
        *cursor = opened;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteCursor* cursor)
    {
        var handle = GCHandle.FromIntPtr(cursor->Owner);
        ((LogCursor)handle.Target!).Dispose();
        handle.Free();
        NativeMemory.Free(cursor);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Filter(SqliteCursor* cursor, int number, byte* text, int count, nint* values)
    {
        var owner = Of<LogCursor>(cursor->Owner);
        try
        {
            owner.Begin(number, new(values, count));
            return SqliteCodes.Ok;
        }
        catch (Exception exception)
        {
            return owner.Table.Fail(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Next(SqliteCursor* cursor) => ++cursor->Row < cursor->Count ? SqliteCodes.Ok : Advance(cursor);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AtEnd(SqliteCursor* cursor) => cursor->Row < cursor->Count ? 0 : 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RowId(SqliteCursor* cursor, long* number)
    {
        var owner = Of<LogCursor>(cursor->Owner);
        try
        {
            *number = owner.RowNumber();
            return SqliteCodes.Ok;
        }
        catch (Exception exception)
        {
            return owner.Table.Fail(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Column(SqliteCursor* cursor, nint context, int number)
    {
        var result = new SqliteResult(context);
        var column = cursor->Columns + number;
        if (column->IsOfTraffic && cursor->Status != null && cursor->Status[cursor->Row] != 0)
        {
            result.SetNull();
            return SqliteCodes.Ok;
        }

        if (column->Values == null && !TryFill(cursor, number))
            return SqliteCodes.Error;
        var value = column->Values[cursor->Row];
        if (column->Texts == null)
        {
            result.Set(value);
            return SqliteCodes.Ok;
        }

        return SetText(cursor, number, result, column->Texts + value);
    }

    /// <summary>Takes over <c>ip_in_cidr</c> of a column, so that the scan is asked first.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FindFunction(SqliteTable* table, int arguments, byte* name, nint* function, nint* data)
    {
        if (arguments != 2 || Of<LogTable>(table->Owner).InCidr is not { } binding || Utf8Text.Of(name) != binding.Name)
            return 0;
        *function = FunctionBinding.Callback;
        *data = binding.Data;
        return (int)TestOperator.InCidr;
    }

    private static int SetText(SqliteCursor* cursor, int number, SqliteResult result, CursorText* text)
    {
        if (text->Length == CursorText.Unmade && !TryMake(cursor, number))
            return SqliteCodes.Error;
        if (text->Length == CursorText.NoValue)
            result.SetNull();
        else if (cursor->Columns[number].IsStatic)
            result.SetStatic(text->Utf8, text->Length);
        else
            result.Set(new ReadOnlySpan<byte>(text->Utf8, text->Length));
        return SqliteCodes.Ok;
    }

    private static int Advance(SqliteCursor* cursor)
    {
        var owner = Of<LogCursor>(cursor->Owner);
        try
        {
            owner.Advance();
            return SqliteCodes.Ok;
        }
        catch (Exception exception)
        {
            return owner.Table.Fail(exception);
        }
    }

    private static bool TryFill(SqliteCursor* cursor, int number)
    {
        var owner = Of<LogCursor>(cursor->Owner);
        try
        {
            owner.Fill(number);
            return true;
        }
        catch (Exception exception)
        {
            owner.Table.Fail(exception);
            return false;
        }
    }

    private static bool TryMake(SqliteCursor* cursor, int number)
    {
        var owner = Of<LogCursor>(cursor->Owner);
        try
        {
            owner.Make(number, (int)cursor->Columns[number].Values[cursor->Row]);
            return true;
        }
        catch (Exception exception)
        {
            owner.Table.Fail(exception);
            return false;
        }
    }
}
