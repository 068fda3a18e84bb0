using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Addresses, blocks of them, and parts of their text.</summary>
internal sealed class AddressTerms(FlowField field, string name) : FieldTerms(field, name)
{
    protected override string Content => "addresses";

    protected override string Example => "10.0.0.0/8";

    protected override FlowPredicate Exactly(SearchToken value, SearchProblems problems)
    {
        var text = value.Text.Trim();
        if (AddressValue.TryRead(text, out var block))
            return FlowPredicate.Within(Field, block);
        if (AddressValue.IsWrongBlock(text))
            return AddressValue.WrongBlock(value, problems);
        return problems.Add(
            SearchCodes.AddressExpected, value, $"{value} is no address; {Name} takes an IPv4 or IPv6 address, a block such as 10.0.0.0/8, or one with a wildcard such as 10.0.0.*.");
    }

    protected override FlowPredicate Like(SearchToken value, WordPattern pattern, SearchProblems problems) => AddressValue.IsPattern(value.Text)
        ? AddressValue.Like(Field, pattern)
        : problems.Add(SearchCodes.InvalidWildcard, value, $"{value} has letters that no address has; {Name} takes one such as 10.0.0.* or 2001:db8:*.");
}
