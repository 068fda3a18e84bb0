using FlowLog.Flows;

namespace FlowLog.Sql.Table;

/// <summary>A column of the table <c>log</c>: a field under one of its names.</summary>
/// <param name="IsHidden">Whether <c>SELECT *</c> leaves it out.</param>
internal sealed record LogColumn(string Name, FlowField Field, bool IsHidden)
{
    public const string Time = "__time__";

    /// <summary>Every field under its hyphenated name; hidden, those names with underscores that differ, and the time.</summary>
    public static readonly IReadOnlyList<LogColumn> All =
    [
        .. FlowFields.All.Select(field => new LogColumn(field.Name, field, false)),
        .. FlowFields.All.Where(field => field.SqlName != field.Name).Select(field => new LogColumn(field.SqlName, field, true)),
        new(Time, FlowFields.Start, true),
    ];

    /// <summary>What SQLite is told of the table.</summary>
    public static readonly string Declaration = $"CREATE TABLE log({string.Join(", ", All.Select(column => column.Definition))})";

    private static readonly Dictionary<string, LogColumn> ByName = All.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);

    private string Definition => $"\"{Name}\" {(Field.Kind == FieldKind.Number ? "bigint" : "varchar")}{(IsHidden ? " HIDDEN" : "")}";

    /// <summary>The column of a name in any case; null if there is none.</summary>
    public static LogColumn? Find(string name) => ByName.GetValueOrDefault(name);
}
