using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary>A text in UTF-8.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CursorText
{
    /// <summary>The length of no value.</summary>
    public const int NoValue = -1;

    /// <summary>The length of a text that was not made yet.</summary>
    public const int Unmade = -2;

    public byte* Utf8;

    public int Length;
}
