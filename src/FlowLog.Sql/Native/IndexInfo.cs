using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary><c>sqlite3_index_info</c>: what SQLite asks of a table, and what the table takes over.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IndexInfo
{
    public int ConstraintCount;
    public IndexConstraint* Constraints;
    public int OrderCount;
    public nint Orders;
    public IndexUsage* Usage;
    public int Number;
    public byte* Text;
    public int MustFreeText;
    public int IsOrdered;
    public double Cost;
    public long Rows;
    public int Flags;

    /// <summary>A bit a column that is used; the last one of all from 63 on.</summary>
    public ulong ColumnsUsed;
}

[StructLayout(LayoutKind.Sequential)]
internal struct IndexConstraint
{
    public int Column;
    public byte Operator;
    public byte IsUsable;
    public int Term;
}

[StructLayout(LayoutKind.Sequential)]
internal struct IndexUsage
{
    /// <summary>The place of the right side among the values given, from 1 on; 0 if it is not asked for.</summary>
    public int Place;

    /// <summary>Whether SQLite need not check the constraint again.</summary>
    public byte Omit;
}
