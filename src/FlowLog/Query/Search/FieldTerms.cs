using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>How values of a field are written, and what they ask for.</summary>
/// <param name="name">As the search calls the field, for messages.</param>
internal abstract class FieldTerms(FlowField field, string name)
{
    protected FlowField Field { get; } = field;

    protected string Name { get; } = name;

    public static FieldTerms Of(FlowField field, string name) => field.Kind switch
    {
        FieldKind.Text => new TextTerms(field, name),
        FieldKind.Address => new AddressTerms(field, name),
        FieldKind.Name => new NameTerms(field, name),
        _ when field == FlowFields.TcpFlags => new FlagTerms(field, name),
        _ => new NumberTerms(field, name),
    };

    public FlowPredicate Equal(SearchToken value, SearchProblems problems)
    {
        if (value is { Kind: SearchTokenKind.Word, Text: "*" })
            return new HasValue(Field);
        if (FlowField.IsNone(value.Text.Trim()))
            return new Not(new HasValue(Field));
        if (!value.HasWildcards)
            return Exactly(value, problems);
        return Wildcards.TryRead(value, problems, out var pattern) ? Like(value, pattern, problems) : FlowPredicate.None;
    }

    /// <param name="sign">One of less and greater.</param>
    public virtual FlowPredicate Compare(SearchToken sign, SearchToken value, SearchProblems problems) =>
        problems.Add(SearchCodes.NotComparable, sign, $"{sign} compares numbers, and {Name} holds {Content}; write {Name}: {Example}.");

    public virtual FlowPredicate Range(SearchRange range, SearchProblems problems) => problems.Add(
        SearchCodes.NotComparable, range.Low, $"A range is one of numbers, and {Name} holds {Content}; write {Name}: {Example}, or {Name} in (…, …) for a list.");

    /// <summary>What the field holds, for messages.</summary>
    protected abstract string Content { get; }

    /// <summary>A value, for messages.</summary>
    protected abstract string Example { get; }

    /// <param name="value">Not empty.</param>
    protected abstract FlowPredicate Exactly(SearchToken value, SearchProblems problems);

    protected abstract FlowPredicate Like(SearchToken value, WordPattern pattern, SearchProblems problems);
}
