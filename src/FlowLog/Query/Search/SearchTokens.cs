using System.Text;

namespace FlowLog.Query.Search;

/// <summary>Takes a search apart.</summary>
internal sealed class SearchTokens(string text, SearchProblems problems)
{
    private readonly List<SearchToken> _tokens = [];
    private int _at;

    /// <summary>The pieces; the last one is the end.</summary>
    public static IReadOnlyList<SearchToken> Of(string text, SearchProblems problems)
    {
        var tokens = new SearchTokens(text, problems);
        tokens.ReadAll();
        return tokens._tokens;
    }

    private void ReadAll()
    {
        while (true)
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            if (_at == text.Length)
                break;
            if (text[_at] is '"' or '\'')
                ReadQuoted();
            else if (!IsColonOfKey() && SearchWords.LengthAt(text, _at, IsBehindOperator()) is > 0 and var length)
                Add(SearchTokenKind.Word, length);
            else
                ReadSign();
        }

        Add(SearchTokenKind.End, 0);
    }

    private void Add(SearchTokenKind kind, int length)
    {
        _tokens.Add(new(kind, _at, length, text.Substring(_at, length)));
        _at += length;
    }

    /// <summary>A colon that a key ends with begins no address.</summary>
    private bool IsColonOfKey() =>
        text[_at] == ':' && _tokens is [.., { Kind: SearchTokenKind.Word or SearchTokenKind.Quoted } last] && last.End == _at;

    private bool IsBehindOperator() => _tokens is [.., var last] && (last.Kind == SearchTokenKind.Colon || last.IsComparison);

    private void ReadSign()
    {
        var two = text.AsSpan(_at, Math.Min(2, text.Length - _at));
        var (kind, length) = two switch
        {
            "<=" => (SearchTokenKind.LessOrEqual, 2),
            ">=" => (SearchTokenKind.GreaterOrEqual, 2),
            "!=" or "<>" => (SearchTokenKind.NotEqual, 2),
            "==" => (SearchTokenKind.Equal, 2),
            ['<', ..] => (SearchTokenKind.Less, 1),
            ['>', ..] => (SearchTokenKind.Greater, 1),
            ['=', ..] => (SearchTokenKind.Equal, 1),
            [':', ..] => (SearchTokenKind.Colon, 1),
            [',', ..] => (SearchTokenKind.Comma, 1),
            ['(', ..] => (SearchTokenKind.LeftParenthesis, 1),
            [')', ..] => (SearchTokenKind.RightParenthesis, 1),
            ['[', ..] => (SearchTokenKind.LeftBracket, 1),
            [']', ..] => (SearchTokenKind.RightBracket, 1),
            _ => (SearchTokenKind.Other, 1),
        };
        Add(kind, length);
    }

    /// <summary>A backslash takes what follows it as it is, if that is a quote or a backslash.</summary>
    private void ReadQuoted()
    {
        var (start, quote) = (_at, text[_at]);
        var content = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\'' or '\\')
                _at++;
            content.Append(text[_at]);
        }

        if (_at < text.Length)
            _at++;
        else
            problems.Add(SearchCodes.UnclosedQuote, start, 1, $"The quote {quote} that begins here is not closed; a quote within quotes is written \\{quote}.");
        _tokens.Add(new(SearchTokenKind.Quoted, start, _at - start, content.ToString()));
    }
}
