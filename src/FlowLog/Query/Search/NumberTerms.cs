using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Query.Search;

/// <summary>Numbers: as digits, or as what the field's numbers are called.</summary>
internal class NumberTerms(FlowField field, string name) : FieldTerms(field, name)
{
    private readonly NumberForm _form = NumberForm.Of(field);

    protected override string Content => "numbers";

    protected override string Example => "1";

    public override FlowPredicate Compare(SearchToken sign, SearchToken value, SearchProblems problems)
    {
        if (!TryRead(value, problems, out var number))
            return FlowPredicate.None;
        return sign.Kind is SearchTokenKind.Greater or SearchTokenKind.GreaterOrEqual
            ? Between(Least(number, sign.Kind == SearchTokenKind.GreaterOrEqual), long.MaxValue)
            : Between(long.MinValue, Most(number, sign.Kind == SearchTokenKind.LessOrEqual));
    }

    public override FlowPredicate Range(SearchRange range, SearchProblems problems)
    {
        if (!(TryRead(range.Low, problems, out var low) & TryRead(range.High, problems, out var high)))
            return FlowPredicate.None;
        if (low > high)
            return problems.Add(SearchCodes.InvalidRange, range.Low, $"The range begins with {range.Low}, which is more than {range.High}; the lesser bound comes first.");
        return Between(Least(low, range.IncludesLow), Most(high, range.IncludesHigh));
    }

    protected override FlowPredicate Exactly(SearchToken value, SearchProblems problems)
    {
        if (!TryRead(value, problems, out var number))
            return FlowPredicate.None;
        if (number < 0 || number > _form.Most)
            return problems.Add(SearchCodes.OutOfRange, value, $"{value} is out of range; {Name} is from 0 to {_form.Most}.");
        if (number != decimal.Truncate(number))
            return problems.Add(SearchCodes.NumberExpected, value, $"{value} is no whole number, and {Name} holds whole ones only.");
        return FlowPredicate.Equal(Field, (long)number);
    }

    protected override FlowPredicate Like(SearchToken value, WordPattern pattern, SearchProblems problems) => DigitPattern.IsOne(value.Text)
        ? DigitPattern.Like(Field, pattern)
        : problems.Add(SearchCodes.InvalidWildcard, value, $"{value} has letters that no number has; with * or ?, {Name} takes digits.");

    private bool TryRead(SearchToken value, SearchProblems problems, out decimal number)
    {
        var read = _form.Read(value.Text.Trim());
        number = read ?? 0;
        if (read is null)
            problems.Add(_form.Code, value, $"{value} is no value of {Name}, which takes {_form.Expected}{_form.Nearest(value.Text)}.");
        return read is not null;
    }

    /// <summary>The least whole number from a bound on.</summary>
    private static decimal Least(decimal bound, bool isIncluded) => isIncluded ? decimal.Ceiling(bound) : decimal.Floor(bound) + 1;

    /// <summary>The greatest whole number up to a bound.</summary>
    private static decimal Most(decimal bound, bool isIncluded) => isIncluded ? decimal.Floor(bound) : decimal.Ceiling(bound) - 1;

    private NumberIn Between(decimal least, decimal most) => least > long.MaxValue || most < long.MinValue
        ? new(Field, [])
        : new(Field, [new((long)Math.Max(least, long.MinValue), (long)Math.Min(most, long.MaxValue))]);
}
