using FlowLog.Query.Sql;
using FlowLog.Sql.Functions;
using FlowLog.Sql.Table;

namespace FlowLog.Sql.Dialect;

/// <summary>A SELECT without FROM is about the table <c>log</c> if it names a field, or tells something of rows.</summary>
internal sealed class MissingFrom
{
    private static readonly string[] EndsOfItems = ["WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT"];
    private static readonly string[] EndsOfSelect = ["UNION", "INTERSECT", "EXCEPT"];

    private readonly Translation _translation;
    private readonly SqlPieces _pieces;
    private readonly Stack<Select?> _outer = new();
    private Select? _select;

    private MissingFrom(Translation translation) => (_translation, _pieces) = (translation, translation.Pieces);

    public static void Translate(Translation translation)
    {
        var missing = new MissingFrom(translation);
        for (var at = 0; at < translation.Pieces.Count; at++)
            missing.Read(at);
        missing.End(translation.Pieces.Count);
    }

    private void Read(int at)
    {
        if (_pieces.IsOpening(at))
        {
            _outer.Push(_select);
            _select = _select?.Within();
        }
        else if (_pieces.IsClosing(at))
        {
            End(at);
            _select = _outer.TryPop(out var outer) ? outer : null;
        }
        else if (_pieces.Is(at, "SELECT"))
        {
            End(at);
            _select = new(null);
        }
        else if (_select is not null)
        {
            Read(at, _select);
        }
    }

    private void Read(int at, Select select)
    {
        if (TellsOfRows(at))
            select.Owner.NeedsRows = true;
        if (select.Parent is not null)
            return;
        if (_pieces.Is(at, "FROM") && !_pieces.Is(at - 1, "DISTINCT"))
            select.HasFrom = true;
        else if (EndsOfSelect.Any(word => _pieces.Is(at, word)))
            End(at);
        else if (EndsOfItems.Any(word => _pieces.Is(at, word)))
            select.End ??= at;
    }

    /// <summary>Ends the selection that is being read.</summary>
    private void End(int at)
    {
        if (_select is { Parent: null, HasFrom: false, NeedsRows: true } select)
            _translation.Append((select.End ?? at) - 1, $" FROM {LogModule.Name}");
        _select = null;
    }

    private bool TellsOfRows(int at)
    {
        var token = _pieces[at];
        if (token.IsOperator("*"))
            return _pieces.IsOperator(at - 1, "(") || _pieces.IsOperator(at - 1, ",") || _pieces.Is(at - 1, "SELECT") || _pieces.Is(at - 1, "DISTINCT");
        if (token.Kind == SqlTokenKind.Word && _pieces.IsOperator(at + 1, "("))
            return SqlFunctions.IsAggregate(token.Text);
        return token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && LogColumn.Find(token.Text) is not null && !IsAlias(at);
    }

    private bool IsAlias(int at) =>
        _pieces.Is(at - 1, "AS") || _pieces.IsOperator(at - 1, ".") || _pieces.IsOperator(at - 1, ")") || _pieces[at - 1].Kind is SqlTokenKind.Number or SqlTokenKind.String;

    /// <summary>A selection, or brackets within it.</summary>
    private sealed class Select(Select? parent)
    {
        public Select? Parent => parent;

        public Select Owner => parent?.Owner ?? this;

        public bool HasFrom { get; set; }

        public bool NeedsRows { get; set; }

        /// <summary>The first piece behind its items.</summary>
        public int? End { get; set; }

        public Select Within() => new(this);
    }
}
