using FlowLog.Chunks.Encodings;
using FlowLog.Flows;

namespace FlowLog.Scan;

/// <summary>A clause about one field.</summary>
internal abstract class Leaf(FlowField field) : Clause
{
    private static readonly NumberLeaf OfTraffic = new(FlowFields.Status, IntegerRanges.Of([new((long)LogStatus.Ok, (long)LogStatus.Ok)]));

    public override IEnumerable<FlowField> Fields => [Field];

    protected FlowField Field { get; } = field;

    /// <exception cref="ArgumentException">The field is of another kind.</exception>
    public static FlowField Of(FlowField field, params ReadOnlySpan<FieldKind> kinds) =>
        kinds.Contains(field.Kind) ? field : throw new ArgumentException($"{field} is of kind {field.Kind}.", nameof(field));

    /// <summary>This leaf among the records that have the field.</summary>
    public Clause WhereItApplies() => Field.OfTraffic ? new Clauses(true, [OfTraffic, this]) : this;
}
