using FlowLog.Query.Sql;

namespace FlowLog.Sql.Dialect;

/// <summary>
/// Log Service's SQL as SQLite's. The rules look at the pieces of a statement only: what it means, SQLite says.
/// </summary>
internal sealed class Translation
{
    /// <summary>Words of statements that SQLite answers by going through the table several times, knowing records again by their numbers.</summary>
    private static readonly string[] OfSeveralScans = ["OR", "JOIN"];

    private readonly List<SqlEdit> _edits = [];

    private Translation(SqlStatement statement, QueryLimits limits) =>
        (Statement, Limits, Pieces) = (statement, limits, new(statement.Tokens));

    public SqlStatement Statement { get; }

    public QueryLimits Limits { get; }

    public SqlPieces Pieces { get; }

    public IReadOnlyList<SqlEdit> Edits => _edits;

    private bool IsScannedOften => Enumerable.Range(0, Pieces.Count).Any(at => OfSeveralScans.Any(word => Pieces.Is(at, word)));

    /// <summary>Lists that the statement takes as tables.</summary>
    public List<ListTable> Lists { get; } = [];

    /// <summary>Rows that are answered at most; what is behind them makes the answer a cut one, unless the statement says how many it wants.</summary>
    public int MostRows { get; set; }

    /// <summary>Whether the statement says how many rows it wants.</summary>
    public bool HasLimit { get; set; }

    /// <exception cref="QueryFailedException">It is written in a way that SQLite would misunderstand.</exception>
    public static Translated Of(SqlStatement statement, QueryLimits limits)
    {
        var translation = new Translation(statement, limits);
        Casts.Translate(translation);
        TimeWords.Translate(translation);
        Unnesting.Translate(translation);
        ItemNames.Translate(translation);
        MissingFrom.Translate(translation);
        RowLimit.Translate(translation);
        return new(new(statement.Text, translation.Edits), translation.Lists, translation.MostRows, translation.HasLimit, translation.IsScannedOften, SeriesOfStatement.Of(translation));
    }

    /// <summary>Puts a text in place of pieces.</summary>
    public void Replace(int first, int last, string text) =>
        _edits.Add(new(Pieces[first].Offset, Pieces[last].End - Pieces[first].Offset, text));

    /// <summary>Puts a text behind a piece.</summary>
    public void Append(int at, string text) => _edits.Add(new(Pieces[at].End, 0, text));

    public QueryFailedException Problem(int at, string code, string message) => Problem(at, at, code, message);

    public QueryFailedException Problem(int first, int last, string code, string message) =>
        new(Statement.Problem(Pieces[first].Offset, Pieces[last].End - Pieces[first].Offset, code, message));
}
