using System.Runtime.InteropServices;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;
using Microsoft.Data.Sqlite;

namespace FlowLog.Sql.Running;

/// <summary>A connection to a database of nothing but the table <c>log</c>. For one thread.</summary>
internal sealed class Session : IDisposable
{
    private const string Nowhere = "Data Source=:memory:;Pooling=False";

    private readonly SqliteConnection _connection = new(Nowhere);
    private readonly GCHandle _table;
    private readonly StopFlag _stop;

    public Session(LogTable table)
    {
        _connection.Open();
        Handle = _connection.Handle!.DangerousGetHandle();
        _stop = new(Handle, table.Cancellation);
        _table = GCHandle.Alloc(table);
        LogModule.Register(Handle, _table);
    }

    public nint Handle { get; }

    public void Dispose()
    {
        _connection.Dispose();
        _table.Free();
        _stop.Dispose();
    }
}
