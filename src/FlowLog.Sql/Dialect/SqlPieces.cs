using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary>The pieces of a statement, and which brackets belong together.</summary>
internal sealed class SqlPieces
{
    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly int[] _partners;

    public SqlPieces(IReadOnlyList<SqlToken> tokens)
    {
        _tokens = tokens;
        _partners = new int[tokens.Count];
        Array.Fill(_partners, -1);
        var open = new Stack<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsOpening(at))
                open.Push(at);
            else if (IsClosing(at) && open.TryPop(out var opening))
                (_partners[opening], _partners[at]) = (at, opening);
        }
    }

    public int Count => _tokens.Count;

    /// <summary>A piece; one of no kind outside of the statement.</summary>
    public SqlToken this[int at] => at >= 0 && at < Count ? _tokens[at] : default;

    /// <summary>The other bracket; -1 if there is none.</summary>
    public int PartnerOf(int bracket) => bracket >= 0 && bracket < Count ? _partners[bracket] : -1;

    public bool Is(int at, string word) => this[at] is { Length: > 0 } token && token.Is(word);

    public bool IsOperator(int at, string text) => this[at] is { Length: > 0 } token && token.IsOperator(text);

    /// <summary>Whether this is a word that an opening bracket follows.</summary>
    public bool IsCall(int at, string word) => Is(at, word) && IsOperator(at + 1, "(");

    public bool IsOpening(int at) => IsOperator(at, "(") || IsOperator(at, "[");

    public bool IsClosing(int at) => IsOperator(at, ")") || IsOperator(at, "]");

    /// <summary>The places between two that lie in no brackets there.</summary>
    public IEnumerable<int> Plain(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            yield return at;
            if (IsOpening(at) && PartnerOf(at) > at && PartnerOf(at) < end)
                at = PartnerOf(at) - 1;
        }
    }
}
