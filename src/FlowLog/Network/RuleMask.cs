namespace FlowLog.Network;

/// <summary>A set of ranked rules as bits: rule <c>i</c> is bit <c>i % 64</c> of word <c>i / 64</c>.</summary>
internal sealed class RuleMask : IEqualityComparer<ulong[]>
{
    /// <summary>Compares masks of one length by content.</summary>
    public static readonly RuleMask ByContent = new();

    public static int Words(int rules) => (rules + 63) / 64;

    public static ulong[] Of(IReadOnlyList<RankedRule> rules, Func<RankedRule, bool> holds)
    {
        var mask = new ulong[Words(rules.Count)];
        for (var i = 0; i < rules.Count; i++)
        {
            if (holds(rules[i]))
                mask[i / 64] |= 1UL << i;
        }
        return mask;
    }

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] mask)
    {
        var hash = new HashCode();
        foreach (var word in mask)
            hash.Add(word);
        return hash.ToHashCode();
    }
}
