using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary>
/// The memory that SQLite takes, counted by thread. A statement runs on one thread from the opening of its connection to the closing, so
/// each has a bound of its own, whatever others take; SQLite's own bound is one of the whole process.
/// </summary>
internal static unsafe partial class SqliteMemory
{
    private const string Library = "e_sqlite3";
    private const int ConfigureMemory = 4;
    private const int ConfigureStatistics = 9;

    /// <summary>The size of a piece stands before it.</summary>
    private const int HeadBytes = 8;

    private static readonly Lazy<int> Installation = new(Install);

    [ThreadStatic]
    private static long _used;

    [ThreadStatic]
    private static long _most;

    /// <summary>Must be called before SQLite is used for the first time.</summary>
    /// <exception cref="InvalidOperationException">SQLite was in use before.</exception>
    public static void EnsureInstalled()
    {
        if (Installation.Value != SqliteCodes.Ok)
            throw new InvalidOperationException("SQLite was used before its memory could be counted.");
    }

    /// <summary>Sets the bound of this thread.</summary>
    /// <param name="bytes">0 for none.</param>
    public static void Bound(long bytes) => (_used, _most) = (0, bytes);

    private static int Install()
    {
        var methods = (Methods*)NativeMemory.AllocZeroed((nuint)sizeof(Methods));
        methods->Allocate = &Allocate;
        methods->Free = &Free;
        methods->Reallocate = &Reallocate;
        methods->Size = &Size;
        methods->Round = &Round;
        methods->Begin = &Begin;
        methods->End = &End;
        var code = Configure(ConfigureMemory, (nint)methods);
        return code == SqliteCodes.Ok ? Configure(ConfigureStatistics, 0) : code;
    }

    /// <summary>A function of any number of arguments, which Apple's processors take from the stack from the second on.</summary>
    private static int Configure(int what, nint value) => OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? ConfigureByStack(what, 0, 0, 0, 0, 0, 0, 0, value)
        : ConfigureByRegister(what, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Allocate(int bytes)
    {
        if (!MayTake(bytes))
            return null;
        return Note((byte*)NativeMemory.Alloc((nuint)(bytes + HeadBytes)), bytes);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* memory)
    {
        if (memory == null)
            return;
        var head = (byte*)memory - HeadBytes;
        _used -= *(long*)head;
        NativeMemory.Free(head);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Reallocate(void* memory, int bytes)
    {
        var head = (byte*)memory - HeadBytes;
        var before = *(long*)head;
        if (bytes > before && !MayTake(bytes - before))
            return null;
        _used -= before;
        return Note((byte*)NativeMemory.Realloc(head, (nuint)(bytes + HeadBytes)), bytes);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Size(void* memory) => memory == null ? 0 : (int)*(long*)((byte*)memory - HeadBytes);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Round(int bytes) => (bytes + 7) & ~7;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Begin(void* data) => SqliteCodes.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void End(void* data)
    {
    }

    private static bool MayTake(long bytes) => _most == 0 || _used + bytes <= _most;

    private static void* Note(byte* head, int bytes)
    {
        *(long*)head = bytes;
        _used += bytes;
        return head + HeadBytes;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_config")]
    private static partial int ConfigureByRegister(int what, nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_config")]
    private static partial int ConfigureByStack(int what, nint a, nint b, nint c, nint d, nint e, nint f, nint g, nint value);

    /// <summary><c>sqlite3_mem_methods</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public delegate* unmanaged[Cdecl]<int, void*> Allocate;
        public delegate* unmanaged[Cdecl]<void*, void> Free;
        public delegate* unmanaged[Cdecl]<void*, int, void*> Reallocate;
        public delegate* unmanaged[Cdecl]<void*, int> Size;
        public delegate* unmanaged[Cdecl]<int, int> Round;
        public delegate* unmanaged[Cdecl]<void*, int> Begin;
        public delegate* unmanaged[Cdecl]<void*, void> End;
        public nint Data;
    }
}
