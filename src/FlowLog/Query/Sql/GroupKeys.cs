using FlowLog.Flows;
using FlowLog.Query.Grouping;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>What a query groups by, each thing once, and how its keys are shown.</summary>
internal sealed class GroupKeys
{
    private const int Most = 16;

    private readonly List<GroupKey> _all = [];
    private readonly List<(SqlExpression By, Shown Shown)> _shown = [];

    private GroupKeys()
    {
    }

    public IReadOnlyList<GroupKey> All => _all;

    /// <returns>Null if one cannot be a key.</returns>
    public static GroupKeys? Of(IReadOnlyList<SqlExpression> groups)
    {
        var keys = new GroupKeys();
        foreach (var by in groups)
        {
            if (keys.Find(by) is null && !keys.TryAdd(by))
                return null;
        }

        return keys._all.Count <= Most ? keys : null;
    }

    /// <summary>What the key that an expression is shows; null if it is none.</summary>
    public Shown? Find(SqlExpression expression) => _shown.FirstOrDefault(key => key.By.Equals(expression)).Shown;

    /// <summary>The place of the key that shows so; null if there is none.</summary>
    public int? ColumnOf(Shown shown) => _shown.FindIndex(key => key.Shown == shown) is >= 0 and var column ? column : null;

    private bool TryAdd(SqlExpression by)
    {
        var fields = FieldsOf(by).Distinct().ToList();
        if (fields is not [var field] || new ShownReader(part => ValueOf(part, field)).Read(by) is not { } shown)
            return false;
        if (Stretches.LengthOf(shown) is not { } length)
            return false;
        _all.Add(new(field, length));
        _shown.Add((by, shown));
        return true;
    }

    private Shown.Value? ValueOf(SqlExpression part, FlowField field) =>
        part is Field ? new(_all.Count, field.Kind == FieldKind.Number ? QueryType.Integer : QueryType.Text) : null;

    private static IEnumerable<FlowField> FieldsOf(SqlExpression expression) =>
        expression is Field field ? [field.Value] : expression.Parts.SelectMany(FieldsOf);
}
