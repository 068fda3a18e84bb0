using System.Runtime.InteropServices;
using FlowLog.Sql.Dialect;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;
using Microsoft.Data.Sqlite;

namespace FlowLog.Sql.Running;

/// <summary>A connection to a database of nothing but the table <c>log</c>. For one thread.</summary>
internal sealed class Session : IDisposable
{
    private const string Nowhere = $"Data Source=:memory:;Pooling=False;Vfs={MemoryFiles.Name}";

    private readonly SqliteConnection _connection;
    private readonly List<FunctionBinding> _functions = [];
    private readonly List<GCHandle> _tables = [];
    private readonly StopFlag _stop;

    /// <param name="lists">Lists that the statement takes as tables.</param>
    public Session(LogTable table, IReadOnlyList<ListTable> lists, QueryLimits limits)
    {
        SqliteMemory.EnsureInstalled();
        MemoryFiles.EnsureRegistered();
        _connection = new(Nowhere);
        _connection.Open();
        Handle = _connection.Handle!.DangerousGetHandle();
        _stop = new(Handle, table.Cancellation);
        Execute("PRAGMA case_sensitive_like = 1");
        var memory = new FunctionMemory(limits.Clock.GetUtcNow(), limits.TextBytes);
        _functions.AddRange(SqlFunctions.Own.Select(function => new FunctionBinding(Handle, function, memory)));
        table.InCidr = _functions.Find(function => function.Name == "ip_in_cidr");
        LogModule.Register(Handle, Hold(table));
        foreach (var list in lists)
            ListModule.Register(Handle, list, Hold(list));
        Sandbox.Close(Handle, limits.TextBytes);
        SqliteMemory.Bound(limits.MemoryBytes);
    }

    public nint Handle { get; }

    public void Dispose()
    {
        _connection.Dispose();
        foreach (var table in _tables)
            table.Free();
        foreach (var function in _functions)
            function.Dispose();
        _stop.Dispose();
        SqliteMemory.Bound(0);
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private GCHandle Hold(object table)
    {
        var handle = GCHandle.Alloc(table);
        _tables.Add(handle);
        return handle;
    }
}
