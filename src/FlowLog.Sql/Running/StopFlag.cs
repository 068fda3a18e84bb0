using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Running;

/// <summary>Ends a connection's statement when a token is cancelled, whatever it is at.</summary>
internal sealed unsafe class StopFlag : IDisposable
{
    /// <summary>Steps of SQLite's machine between two looks: some microseconds.</summary>
    private const int Steps = 1_000;

    private readonly int* _flag = (int*)NativeMemory.AllocZeroed(sizeof(int));
    private readonly CancellationTokenRegistration _registration;

    public StopFlag(nint connection, CancellationToken cancellation)
    {
        SqliteApi.OnProgress(connection, Steps, &IsSet, (nint)_flag);
        _registration = cancellation.UnsafeRegister(_ => Volatile.Write(ref *_flag, 1), null);
    }

    /// <summary>To be called when the connection is closed.</summary>
    public void Dispose()
    {
        _registration.Dispose();
        NativeMemory.Free(_flag);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsSet(nint flag) => Volatile.Read(ref *(int*)flag);
}
