namespace FlowLog.Query;

/// <summary>What the values of an answer's column are.</summary>
public enum QueryType
{
    /// <summary>Whole numbers of 64 bits.</summary>
    Integer,
    Real,
    Text,
}
