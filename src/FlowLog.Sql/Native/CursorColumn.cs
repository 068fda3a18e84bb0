using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary>A column of the step that a cursor is at.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CursorColumn
{
    /// <summary>A number or a code a row; null until it is asked for in this step.</summary>
    public long* Values;

    /// <summary>The texts of codes; null if the values are numbers.</summary>
    public CursorText* Texts;

    /// <summary>Whether it has no value in rows whose status is not OK.</summary>
    public bool IsOfTraffic;

    /// <summary>Whether its texts stay in memory until the process ends.</summary>
    public bool IsStatic;
}
