namespace FlowLog.Flows;

/// <summary>How a field's values are held in columns.</summary>
public enum FieldKind
{
    /// <summary>A whole number from 0 to 2^63-1.</summary>
    Number,

    /// <summary>A short text of which a chunk holds few different ones.</summary>
    Text,

    Address,

    /// <summary>A number that stands for one of a few names.</summary>
    Name,
}
