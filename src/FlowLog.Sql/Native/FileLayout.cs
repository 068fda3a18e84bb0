using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_io_methods</c>, version 1.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileLayout
{
    public int Version;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int> Close;
    public delegate* unmanaged[Cdecl]<MemoryFile*, byte*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<MemoryFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<MemoryFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int, int> Sync;
    public delegate* unmanaged[Cdecl]<MemoryFile*, long*, int> Size;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int, int> Lock;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int, int> Unlock;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int*, int> IsReserved;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int, void*, int> Control;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int> SectorSize;
    public delegate* unmanaged[Cdecl]<MemoryFile*, int> Traits;
}
