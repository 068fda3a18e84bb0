using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>
/// What is asked of a record; a closed set of shapes. A condition on a field that does not apply to a record, as those of traffic do
/// not to NODATA and SKIPDATA records, is neither met nor unmet: neither it nor its <see cref="Not"/> finds the record, as with NULL
/// in SQL.
/// </summary>
public abstract record FlowPredicate
{
    private protected FlowPredicate()
    {
    }

    /// <summary>Every record.</summary>
    public static FlowPredicate All { get; } = new AllOf([]);

    /// <summary>No record.</summary>
    public static FlowPredicate None { get; } = new AnyOf([]);

    /// <param name="field">Of kind number or name.</param>
    public static FlowPredicate Equal(FlowField field, long value) => new NumberIn(field, [new(value, value)]);

    /// <param name="field">Of kind number or name.</param>
    /// <param name="minimum">Inclusive, as is <paramref name="maximum"/>.</param>
    public static FlowPredicate Between(FlowField field, long minimum, long maximum) => new NumberIn(field, [new(minimum, maximum)]);

    /// <param name="field">Of kind number or name.</param>
    public static FlowPredicate In(FlowField field, params IEnumerable<long> values) =>
        new NumberIn(field, [.. values.Select(value => new ColumnRange(value, value))]);

    /// <param name="field">Of kind text.</param>
    public static FlowPredicate Equal(FlowField field, string text) => new TextIn(field, [text]);

    /// <param name="field">Of kind address.</param>
    public static FlowPredicate Equal(FlowField field, IpAddress address) => new AddressIn(field, [new(address, address.IsIPv6 ? 128 : 32)]);

    /// <param name="field">Of kind address.</param>
    public static FlowPredicate Within(FlowField field, params IEnumerable<Cidr> blocks) => new AddressIn(field, [.. blocks]);

    public static FlowPredicate And(params IEnumerable<FlowPredicate> parts) => new AllOf([.. parts]);

    public static FlowPredicate Or(params IEnumerable<FlowPredicate> parts) => new AnyOf([.. parts]);

    /// <summary>This predicate, or the opposite of it, with every <see cref="Not"/> moved to the leaves.</summary>
    internal abstract Clause Clause(bool negated);
}
