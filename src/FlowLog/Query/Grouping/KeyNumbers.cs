using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Query.Grouping;

/// <summary>The different values of one of a query's keys as numbers, the same on all threads; 0 is no value.</summary>
internal abstract class KeyNumbers
{
    /// <summary>Bits of the largest number that there can be; at most 32.</summary>
    public abstract int Width { get; }

    /// <summary>The greatest number that may be in use by now, and one.</summary>
    public abstract uint Bound { get; }

    public abstract QueryType Type { get; }

    /// <summary>The numbers of a key of the same kind on one thread.</summary>
    public abstract KeyReader Read(GroupKey key);

    /// <summary>What a number other than 0 stands for.</summary>
    public abstract object Value(uint number);

    /// <summary>By value, no value first.</summary>
    public int Compare(uint one, uint other) => one == other ? 0 : one == 0 ? -1 : other == 0 ? 1 : CompareValues(one, other);

    /// <param name="keys">The same key of each selection.</param>
    /// <exception cref="ArgumentException">They are of several kinds.</exception>
    public static KeyNumbers Of(IReadOnlyList<GroupKey> keys, AddressBook addresses)
    {
        var first = keys[0].Field;
        if (keys.Any(key => key.Field.Kind != first.Kind || (first.Kind == FieldKind.Name && !key.Field.Names.SequenceEqual(first.Names))))
            throw new ArgumentException($"{string.Join(", ", keys.Select(key => key.Field))} are of several kinds.", nameof(keys));
        if (keys.Any(key => key.Bucket < 1 || (key.Bucket > 1 && first.Kind != FieldKind.Number)))
            throw new ArgumentException("Only numbers have stretches, of 1 and more.", nameof(keys));
        return first.Kind switch
        {
            FieldKind.Address => new AddressKeys(addresses),
            FieldKind.Text => new TextKeys(),
            FieldKind.Name => new NameKeys(first),
            _ when keys.All(key => key.Bucket == 1 && PortKeys.Fits(key.Field)) => new PortKeys(),
            _ => new NumberKeys(keys.All(key => NumberKeys.IsByte(key.Field))),
        };
    }

    protected abstract int CompareValues(uint one, uint other);
}
