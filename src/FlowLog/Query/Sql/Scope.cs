using FlowLog.Flows;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>The columns that names can mean, and what each is of a record.</summary>
internal sealed class Scope
{
    /// <summary>The record's time, Unix seconds.</summary>
    private const string Time = "__time__";

    /// <summary>What SELECT * tells.</summary>
    public static readonly IReadOnlyList<SelectItem> AllFields = [.. FlowFields.All.Select(field => new SelectItem(new Field(field), field.Name, field.Name))];

    private readonly Dictionary<string, Column> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The table of records: its fields by both their names, and the time.</summary>
    public static Scope OfLog(string? alias)
    {
        var scope = new Scope();
        foreach (var field in FlowFields.All)
        {
            scope.TryAdd(alias ?? "log", field.Name, new Field(field));
            scope.TryAdd(alias ?? "log", field.SqlName, new Field(field));
        }

        scope.TryAdd(alias ?? "log", Time, new Field(FlowFields.Start));
        return scope;
    }

    /// <returns>False if there is one of the name.</returns>
    public bool TryAdd(string? table, string name, SqlExpression value) => _columns.TryAdd(name, new(table, name, value));

    /// <summary>The column's own spelling of a name; null if it means none.</summary>
    public string? NameOf(Name name) => Find(name)?.Name;

    /// <summary>An expression of names as one of fields; null if one of them means nothing.</summary>
    public SqlExpression? Resolve(SqlExpression expression) => expression.With(part => part is Name name ? Find(name)?.Value : part);

    /// <summary>The same, where names that are no column may be of another kind.</summary>
    public SqlExpression? Resolve(SqlExpression expression, Func<Name, SqlExpression?> others) =>
        expression.With(part => part is Name name ? Find(name)?.Value ?? others(name) : part);

    private Column? Find(Name name) =>
        _columns.TryGetValue(name.Column, out var column) && (name.Table is null || name.Table.Equals(column.Table, StringComparison.OrdinalIgnoreCase)) ? column : null;

    private sealed record Column(string? Table, string Name, SqlExpression Value);
}
