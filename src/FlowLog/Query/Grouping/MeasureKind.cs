namespace FlowLog.Query.Grouping;

/// <summary>How a group's records are added up. A record that shows <c>-</c> for the value does not count, as NULL in SQL.</summary>
public enum MeasureKind
{
    /// <summary>Records, or those that have the value.</summary>
    Count,

    /// <summary>Null of no value.</summary>
    /// <remarks>A sum beyond 2^63-1 is an error, not another number.</remarks>
    Sum,

    Minimum,

    Maximum,

    /// <summary>A real number; null of no value.</summary>
    Average,
}
