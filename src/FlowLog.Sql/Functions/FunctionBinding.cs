using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>A function on a connection. No exception may leave a callback: it becomes the statement's error.</summary>
internal sealed unsafe partial class FunctionBinding : IDisposable
{
    private const string Library = "e_sqlite3";
    private const int MostArguments = 127;

    private readonly SqlFunction _function;
    private readonly FunctionMemory _memory;
    private readonly GCHandle _handle;

    public FunctionBinding(nint connection, SqlFunction function, FunctionMemory memory)
    {
        (_function, _memory) = (function, memory);
        _handle = GCHandle.Alloc(this);
        if (function.Most == int.MaxValue)
            Register(connection, -1);
        for (var count = function.Least; count <= function.Most && function.Most != int.MaxValue; count++)
            Register(connection, count);
    }

    /// <summary>What SQLite calls for any function that is not an aggregate, with the function's <see cref="Data"/>.</summary>
    public static nint Callback => (nint)(delegate* unmanaged[Cdecl]<nint, int, nint*, void>)&Call;

    public string Name => _function.Name;

    public nint Data => GCHandle.ToIntPtr(_handle);

    public void Dispose() => _handle.Free();

    private void Register(nint connection, int arguments)
    {
        var flags = SqliteCodes.Utf8 | SqliteCodes.Innocuous | SqliteCodes.Deterministic;
        var data = GCHandle.ToIntPtr(_handle);
        var code = _function.Begin is null
            ? Create(connection, _function.Name, Math.Min(arguments, MostArguments), flags, data, &Call, null, null, 0)
            : Create(connection, _function.Name, arguments, flags, data, null, &Step, &Final, 0);
        if (code != SqliteCodes.Ok)
            throw new InvalidOperationException($"SQLite does not take {_function.Name}: {Utf8Text.Of(SqliteApi.Message(connection))}");
    }

    private static FunctionBinding Of(nint context) => (FunctionBinding)GCHandle.FromIntPtr(DataOf(context)).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Call(nint context, int count, nint* arguments)
    {
        var binding = Of(context);
        var result = new SqliteResult(context);
        try
        {
            var call = new FunctionCall(result, arguments, count, binding._memory);
            if (count < binding._function.Least)
                throw new InvalidValueException($"takes {binding._function.Least} arguments at least");
            if (!binding._function.TakesNull && call.HasNull)
                result.SetNull();
            else
                binding._function.Body!(call);
        }
        catch (Exception exception)
        {
            binding.Fail(result, exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Step(nint context, int count, nint* arguments)
    {
        var binding = Of(context);
        var result = new SqliteResult(context);
        try
        {
            var held = (nint*)Hold(context, sizeof(nint));
            if (held == null)
                throw new OutOfMemoryException();
            if (*held == 0)
                *held = GCHandle.ToIntPtr(GCHandle.Alloc(binding._function.Begin!()));
            var call = new FunctionCall(result, arguments, count, binding._memory);
            if (binding._function.TakesNull || !call[0].IsNull)
                ((Aggregate)GCHandle.FromIntPtr(*held).Target!).Add(call);
        }
        catch (Exception exception)
        {
            binding.Fail(result, exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Final(nint context)
    {
        var binding = Of(context);
        var result = new SqliteResult(context);
        var held = (nint*)Hold(context, 0);
        var handle = held == null || *held == 0 ? default : GCHandle.FromIntPtr(*held);
        try
        {
            var aggregate = handle.IsAllocated ? (Aggregate)handle.Target! : binding._function.Begin!();
            aggregate.End(result);
        }
        catch (Exception exception)
        {
            binding.Fail(result, exception);
        }
        finally
        {
            if (handle.IsAllocated)
                handle.Free();
        }
    }

    private void Fail(SqliteResult result, Exception exception)
    {
        if (exception is TextTooLongException)
            result.FailTooBig();
        else
            result.Fail($"{_function.Name}: {exception.Message}.");
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_create_function_v2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Create(
        nint connection, string name, int arguments, int flags, nint data,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> call,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> final, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_user_data"), SuppressGCTransition]
    private static partial nint DataOf(nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_aggregate_context")]
    private static partial void* Hold(nint context, int bytes);
}
