namespace FlowLog.Reports;

/// <summary>A key of a list with what is known of its traffic.</summary>
/// <param name="Known">At least so much.</param>
/// <param name="Missing">At most so much more, in each part of <see cref="Known"/>; nothing where the sum is exact.</param>
public readonly record struct ListedKey<TKey>(TKey Key, Share Known, Traffic Missing)
    where TKey : struct, IComparable<TKey>;
