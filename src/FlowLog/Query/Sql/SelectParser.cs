using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Reads the part of SQL that can be answered from columns. What it does not know is null, not an error.</summary>
internal sealed class SelectParser
{
    private readonly SqlReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly Dictionary<string, IReadOnlyList<SelectQuery>> _named = new(StringComparer.OrdinalIgnoreCase);

    private SelectParser(SqlReader reader) => (_reader, _expressions) = (reader, new(reader));

    public static SelectQuery? Read(SqlStatement statement)
    {
        var parser = new SelectParser(new(statement));
        return parser.ReadNamed() && parser.Select() is { } query && parser._reader.IsAtEnd ? query : null;
    }

    /// <summary>WITH and what follows it.</summary>
    private bool ReadNamed()
    {
        if (!_reader.TakeWord("WITH"))
            return true;
        do
        {
            if (_reader.TakeName() is not { } name || IsLog(name) || !_reader.TakeWord("AS"))
                return false;
            if (Union() is not { } parts || !_named.TryAdd(name, parts))
                return false;
        }
        while (_reader.TakeOperator(","));
        return true;
    }

    private SelectQuery? Select()
    {
        if (!_reader.TakeWord("SELECT"))
            return null;
        var isDistinct = _reader.TakeWord("DISTINCT");
        if (Items() is not { } items || Source() is not { } source)
            return null;
        return Rest(new(items, isDistinct) { Source = source });
    }

    /// <returns>None for a star alone.</returns>
    private IReadOnlyList<SelectItem>? Items()
    {
        if (_reader.TakeOperator("*"))
            return [];
        var items = new List<SelectItem>();
        do
        {
            var start = _reader.Current.Offset;
            if (_expressions.Read() is not { } value)
                return null;
            var written = _reader.Written(start);
            if (!TryAlias(out var alias))
                return null;
            items.Add(new(value, alias, written));
        }
        while (_reader.TakeOperator(","));
        return items;
    }

    private SelectSource? Source()
    {
        if (!_reader.TakeWord("FROM"))
            return new SelectSource.Log(null);
        if (_reader.Current.IsOperator("("))
            return Union() is { } parts && TryAlias(out var outer) ? new SelectSource.Union(parts, outer) : null;
        if (_reader.TakeName() is not { } name || _reader.Current.IsOperator(".") || _reader.Current.IsOperator("("))
            return null;
        if (!TryAlias(out var alias))
            return null;
        if (_named.TryGetValue(name, out var named))
            return new SelectSource.Union(named, alias ?? name);
        if (!IsLog(name))
            return null;
        return _reader.TakeOperator(",") || _reader.TakeWords("CROSS", "JOIN") ? Unnest(alias) : new SelectSource.Log(alias);
    }

    /// <summary><c>UNNEST(ARRAY[a, b]) AS t(c)</c></summary>
    private SelectSource.Unnest? Unnest(string? log)
    {
        if (!_reader.TakeWord("UNNEST") || !_reader.TakeOperator("(") || !_reader.TakeWord("ARRAY") || !_reader.TakeOperator("["))
            return null;
        if (_expressions.ReadList() is not { } elements || !_reader.TakeOperator("]") || !_reader.TakeOperator(")"))
            return null;
        if (!TryAlias(out var table) || table is null || !_reader.TakeOperator("(") || _reader.TakeName() is not { } column || !_reader.TakeOperator(")"))
            return null;
        return new(log, elements, table, column);
    }

    /// <summary>Selections in parentheses with UNION ALL between them.</summary>
    private IReadOnlyList<SelectQuery>? Union() => _reader.Within(() =>
    {
        if (!_reader.TakeOperator("("))
            return null;
        var parts = new List<SelectQuery>();
        do
        {
            if (Select() is not { } part)
                return null;
            parts.Add(part);
        }
        while (_reader.TakeWords("UNION", "ALL"));
        return _reader.TakeOperator(")") ? parts : null;
    });

    /// <summary>A name behind a table; a word with which the statement goes on is none.</summary>
    /// <returns>False if there is none behind AS.</returns>
    private bool TryAlias(out string? alias)
    {
        var isSaid = _reader.TakeWord("AS");
        alias = _reader.TakeName();
        return alias is not null || !isSaid;
    }

    private SelectQuery? Rest(SelectQuery query)
    {
        if (_reader.TakeWord("WHERE"))
        {
            if (_expressions.Read() is not { } where)
                return null;
            query = query with { Where = where };
        }

        if (_reader.TakeWords("GROUP", "BY"))
        {
            if (_expressions.ReadList() is not { } groups)
                return null;
            query = query with { Groups = groups };
        }

        if (_reader.TakeWord("HAVING"))
        {
            if (_expressions.Read() is not { } having)
                return null;
            query = query with { Having = having };
        }

        return Ordered(query);
    }

    private SelectQuery? Ordered(SelectQuery query)
    {
        if (!_reader.TakeWords("ORDER", "BY"))
            return Limited(query);
        var order = new List<SelectOrder>();
        do
        {
            if (_expressions.Read() is not { } value)
                return null;
            order.Add(new(value, !_reader.TakeWord("ASC") && _reader.TakeWord("DESC")));
        }
        while (_reader.TakeOperator(","));
        return Limited(query with { Order = order });
    }

    private SelectQuery? Limited(SelectQuery query)
    {
        // Presto writes OFFSET before LIMIT.
        if (_reader.TakeWord("OFFSET"))
            return Count() is { } before && _reader.TakeWord("LIMIT") && Count() is { } count ? query with { Offset = before, Limit = count } : null;
        if (!_reader.TakeWord("LIMIT"))
            return query;
        if (Count() is not { } first)
            return null;
        if (_reader.TakeOperator(","))
            return Count() is { } limit ? query with { Offset = first, Limit = limit, IsPage = true } : null;
        if (_reader.TakeWord("OFFSET"))
            return Count() is { } offset ? query with { Offset = offset, Limit = first } : null;
        return query with { Limit = first };
    }

    private long? Count() => _expressions.Read() is Number { Value: >= 0 } count ? count.Value : null;

    private static bool IsLog(string name) => name.Equals("log", StringComparison.OrdinalIgnoreCase);
}
