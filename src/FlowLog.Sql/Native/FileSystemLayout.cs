using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_vfs</c>, version 1.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileSystemLayout
{
    public int Version;
    public int FileBytes;
    public int LongestPath;
    public nint Next;
    public byte* Name;
    public nint Data;
    public delegate* unmanaged[Cdecl]<nint, byte*, MemoryFile*, int, int*, int> Open;
    public delegate* unmanaged[Cdecl]<nint, byte*, int, int> Delete;
    public delegate* unmanaged[Cdecl]<nint, byte*, int, int*, int> Exists;
    public delegate* unmanaged[Cdecl]<nint, byte*, int, byte*, int> FullPath;
    public nint OpenLibrary;
    public nint LibraryError;
    public nint FindSymbol;
    public nint CloseLibrary;
    public delegate* unmanaged[Cdecl]<nint, int, byte*, int> Randomness;
    public delegate* unmanaged[Cdecl]<nint, int, int> Sleep;
    public delegate* unmanaged[Cdecl]<nint, double*, int> CurrentTime;
    public delegate* unmanaged[Cdecl]<nint, int, byte*, int> LastError;
}
