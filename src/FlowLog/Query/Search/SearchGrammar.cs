using FlowLog.Scan;
using static FlowLog.Query.Search.SearchTokenKind;

namespace FlowLog.Query.Search;

/// <summary>
/// Puts the pieces of a search together. <c>or</c> binds least, then <c>and</c>, which need not be written, then <c>not</c>; the same
/// holds among the values of a key. Behind a problem it goes on, to find more of them.
/// </summary>
internal sealed class SearchGrammar(string text, IReadOnlyList<SearchToken> tokens, SearchProblems problems)
{
    private int _at;
    private int _depth;
    private int _parentheses;
    private int _conditions;
    private bool _isStopped;

    private SearchToken Next => tokens[_at];

    private SearchToken Second => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    private SearchToken Third => tokens[Math.Min(_at + 2, tokens.Count - 1)];

    /// <summary>Nothing that could be a part of the alternative at hand.</summary>
    private bool IsAtEnd => Next.Kind == End || Next.Is("or") || (Next.Kind == RightParenthesis && _parentheses > 0);

    public FlowPredicate Read() => Next.Kind == End ? FlowPredicate.All : AnyOf(Condition);

    private FlowPredicate AnyOf(Func<FlowPredicate> operand)
    {
        var parts = new List<FlowPredicate> { AllOf(operand) };
        while (Next.Is("or"))
        {
            Take();
            parts.Add(AllOf(operand));
        }

        return Joined.Any(parts);
    }

    private FlowPredicate AllOf(Func<FlowPredicate> operand)
    {
        var parts = new List<FlowPredicate>();
        do
        {
            parts.Add(Negated(operand));
            if (Next.Is("and"))
                Take();
            else if (IsAtEnd)
                break;
        }
        while (true);
        return Joined.All(parts);
    }

    private FlowPredicate Negated(Func<FlowPredicate> operand)
    {
        if (!Next.Is("not"))
            return operand();
        if (!TryDeepen())
            return FlowPredicate.None;
        Take();
        var part = new Not(Negated(operand));
        _depth--;
        return part;
    }

    private FlowPredicate Group(Func<FlowPredicate> operand)
    {
        if (!TryDeepen())
            return FlowPredicate.None;
        var opening = Take();
        _parentheses++;
        var group = AnyOf(operand);
        (_parentheses, _depth) = (_parentheses - 1, _depth - 1);
        if (Next.Kind == RightParenthesis)
            Take();
        else
            Report(SearchCodes.UnclosedParenthesis, opening, "The parenthesis that begins here is not closed.");
        return group;
    }

    private FlowPredicate Condition() => Next switch
    {
        { Kind: LeftParenthesis } => Group(Condition),
        { IsText: true } => Term(),
        _ => Misplaced(SearchCodes.ConditionExpected, "a condition such as dstport: 443"),
    };

    private FlowPredicate Term()
    {
        if (Second.Kind == Colon)
        {
            var field = TakeField();
            Take();
            return Value(field);
        }

        if (Second.IsComparison)
            return Compared(TakeField());
        if (Second.Is("in") && Third.Kind is LeftParenthesis or LeftBracket)
        {
            var field = TakeField();
            Take();
            return ListOrRange(field);
        }

        return Counted(Take(), FullText.Of);
    }

    private FlowPredicate Value(SearchField field) => Next switch
    {
        { Kind: LeftParenthesis } => Group(() => Value(field)),
        { Kind: LeftBracket } => ListOrRange(field),
        { IsComparison: true } => Compared(field),
        { IsText: true } => Counted(TakeValue(field), field.Equal),
        _ => Misplaced(SearchCodes.ValueExpected, $"a value of {field.Name}"),
    };

    private FlowPredicate Compared(SearchField field)
    {
        var sign = Take();
        if (!Next.IsText)
            return Misplaced(SearchCodes.ValueExpected, $"a value of {field.Name} behind {sign}");
        return sign.Kind switch
        {
            Equal => Counted(TakeValue(field), field.Equal),
            NotEqual => new Not(Counted(TakeValue(field), field.Equal)),
            _ => Counted(Take(), (value, found) => field.Compare(sign, value, found)),
        };
    }

    private FlowPredicate ListOrRange(SearchField field)
    {
        var (opening, values, commas) = (Take(), new List<SearchToken>(), 0);
        while (Next.IsText || Next.Kind == Comma || Next.Is("or"))
        {
            if (Next.IsText)
                values.Add(Next);
            else
                commas++;
            Take();
        }

        var closing = Next;
        if (closing.Kind is not (RightParenthesis or RightBracket))
            return Unclosed(opening);
        Take();
        var isList = opening.Kind == LeftParenthesis && closing.Kind == RightParenthesis && (commas > 0 || values.Count == 1);
        if (isList && values.Count > 0)
            return Joined.Any([.. values.Select(value => Counted(value, field.Equal))]);
        var whole = new SearchToken(Other, opening.Offset, closing.End - opening.Offset, "");
        return values is [var low, var high]
            ? Counted(whole, (_, found) => field.Range(new(low, opening.Kind == LeftBracket, high, closing.Kind == RightBracket), found))
            : Report(SearchCodes.InvalidRange, whole, $"A range has two bounds, such as [1 5], and not {values.Count}; values of a list stand in ( ) with commas between them.");
    }

    /// <summary>A list or range with something that belongs into none: what follows up to its end is skipped.</summary>
    private FlowPredicate Unclosed(SearchToken opening)
    {
        var found = Next.Kind == End
            ? Report(SearchCodes.UnclosedParenthesis, opening, $"The {opening} that begins here is not closed.")
            : Report(SearchCodes.UnexpectedText, Next, $"Found {Next} where a value, or ) or ] that closes the list or range, was expected.");
        while (Next.Kind is not (RightParenthesis or RightBracket or End))
            Take();
        Take();
        return found;
    }

    private FlowPredicate Counted(SearchToken value, Func<SearchToken, SearchProblems, FlowPredicate> condition)
    {
        if (_isStopped)
            return FlowPredicate.None;
        if (++_conditions <= SearchParser.MostConditions)
            return condition(value, problems);
        Report(SearchCodes.TooManyConditions, value, $"A search has at most {SearchParser.MostConditions} conditions, each value of a list being one.");
        return Stop();
    }

    private bool TryDeepen()
    {
        if (_depth++ < SearchParser.MostDepth)
            return true;
        Report(SearchCodes.TooDeep, Next, $"Parentheses and not may be nested {SearchParser.MostDepth} deep.");
        Stop();
        return false;
    }

    /// <summary>Leaves the rest unread: what would be found there is not worth telling.</summary>
    private FlowPredicate Stop()
    {
        (_at, _isStopped) = (tokens.Count - 1, true);
        return FlowPredicate.None;
    }

    private SearchField TakeField() => SearchField.Find(Take(), problems);

    /// <summary>Flags are a list of names without blanks.</summary>
    private SearchToken TakeValue(SearchField field)
    {
        var value = Take();
        while (field.TakesCommas && Next.Kind == Comma && Next.Offset == value.End && Second.IsText && Second.Offset == Next.End)
        {
            Take();
            var end = Take().End;
            value = value with { Length = end - value.Offset, Text = text[value.Offset..end] };
        }

        return value;
    }

    private SearchToken Take() => tokens[_at == tokens.Count - 1 ? _at : _at++];

    private FlowPredicate Misplaced(string code, string expected)
    {
        var found = Next;
        if (IsAtEnd || found.Is("and"))
            return Report(code, found, $"Found {found} where {expected} was expected.");
        Take();
        var hint = found.Kind switch
        {
            Comma => "; several values are written (80 or 443), or in (80, 443)",
            Word => "; in quotes it is a word to search for",
            RightParenthesis => "; no parenthesis is open here",
            _ => "",
        };
        return Report(SearchCodes.UnexpectedText, found, $"Found {found} where {expected} was expected{hint}.");
    }

    private FlowPredicate Report(string code, SearchToken token, string message) =>
        _isStopped ? FlowPredicate.None : problems.Add(code, token, message);
}
