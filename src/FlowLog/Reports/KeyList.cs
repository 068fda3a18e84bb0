using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>A list of keys whatever they are.</summary>
public abstract class KeyList
{
    /// <summary>The most that a key can have which is not in the list.</summary>
    public Traffic Missing { get; private protected set; }

    public abstract int Count { get; }

    /// <summary>Drops all but the greatest keys; what follows from it for the others is in <see cref="Missing"/>.</summary>
    public abstract void Trim();

    /// <summary>Adds another list of the same kind.</summary>
    internal abstract void MergeAny(KeyList other);

    /// <summary>Adds a list of which nobody knows how much counts: of each key from nothing to all.</summary>
    internal abstract void MergeDoubtful(KeyList other);

    internal abstract void Write(ByteWriter writer);
}
