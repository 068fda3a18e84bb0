using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FlowLog.Sql.Native;

/// <summary>
/// A file system of SQLite's that has nothing but files without a name, in memory: what sorting needs for passes over more than a cache
/// holds, and no way to any file of the machine.
/// </summary>
internal static unsafe partial class MemoryFiles
{
    /// <summary>The name that a connection is opened with.</summary>
    public const string Name = "flowlog-memory";

    private const string Library = "e_sqlite3";
    private const int CannotOpen = 14;
    private const int ShortRead = 522;
    private const int UnknownControl = 12;
    private const int SectorBytes = 4096;
    private const double Epoch = 2440587.5;

    private static readonly FileLayout* Files = MakeFiles();
    private static readonly Lazy<int> Registration = new(() => Register(MakeSystem(), 0));

    /// <exception cref="InvalidOperationException">SQLite does not take it.</exception>
    public static void EnsureRegistered()
    {
        if (Registration.Value != SqliteCodes.Ok)
            throw new InvalidOperationException($"SQLite does not take the file system: {Registration.Value}.");
    }

    private static FileSystemLayout* MakeSystem()
    {
        var system = (FileSystemLayout*)NativeMemory.AllocZeroed((nuint)sizeof(FileSystemLayout));
        var name = Encoding.UTF8.GetBytes(Name + '\0');
        system->Version = 1;
        system->FileBytes = sizeof(MemoryFile);
        system->LongestPath = 512;
        system->Name = (byte*)NativeMemory.Alloc((nuint)name.Length);
        name.CopyTo(new Span<byte>(system->Name, name.Length));
        system->Open = &Open;
        system->Delete = &Delete;
        system->Exists = &Exists;
        system->FullPath = &FullPath;
        system->Randomness = &Randomness;
        system->Sleep = &Sleep;
        system->CurrentTime = &CurrentTime;
        system->LastError = &LastError;
        return system;
    }

    private static FileLayout* MakeFiles()
    {
        var files = (FileLayout*)NativeMemory.AllocZeroed((nuint)sizeof(FileLayout));
        files->Version = 1;
        files->Close = &Close;
        files->Read = &Read;
        files->Write = &Write;
        files->Truncate = &Truncate;
        files->Sync = &Ignore;
        files->Size = &Size;
        files->Lock = &Ignore;
        files->Unlock = &Ignore;
        files->IsReserved = &IsReserved;
        files->Control = &Control;
        files->SectorSize = &SectorSize;
        files->Traits = &Traits;
        return files;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint system, byte* name, MemoryFile* file, int flags, int* outFlags)
    {
        *file = default;
        if (name != null)
            return CannotOpen;
        file->Methods = Files;
        if (outFlags != null)
            *outFlags = flags;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(nint system, byte* name, int sync) => SqliteCodes.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Exists(nint system, byte* name, int flags, int* exists)
    {
        *exists = 0;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FullPath(nint system, byte* name, int room, byte* path) => CannotOpen;

    /// <summary>Answers do not depend on it: the functions that would show it are not allowed.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Randomness(nint system, int bytes, byte* random)
    {
        new Span<byte>(random, bytes).Clear();
        return bytes;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(nint system, int microseconds) => 0;

    /// <summary>Always 1970: the time of a query is that of its clock.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CurrentTime(nint system, double* days)
    {
        *days = Epoch;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int LastError(nint system, int room, byte* message) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(MemoryFile* file)
    {
        file->Close();
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(MemoryFile* file, byte* bytes, int count, long offset) =>
        file->TryRead(new(bytes, count), offset) ? SqliteCodes.Ok : ShortRead;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(MemoryFile* file, byte* bytes, int count, long offset) =>
        file->TryWrite(new(bytes, count), offset) ? SqliteCodes.Ok : SqliteCodes.Full;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(MemoryFile* file, long length)
    {
        file->Truncate(length);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Ignore(MemoryFile* file, int what) => SqliteCodes.Ok;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Size(MemoryFile* file, long* length)
    {
        *length = file->Length;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsReserved(MemoryFile* file, int* isReserved)
    {
        *isReserved = 0;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Control(MemoryFile* file, int what, void* argument) => UnknownControl;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(MemoryFile* file) => SectorBytes;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Traits(MemoryFile* file) => 0;

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    private static partial int Register(FileSystemLayout* system, int makeDefault);
}
