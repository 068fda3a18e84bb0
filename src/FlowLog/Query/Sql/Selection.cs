using FlowLog.Scan;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Records that a query's rows are made of, and what its names mean for them.</summary>
internal sealed record Selection(Scope Scope, FlowPredicate Where)
{
    /// <summary>Selections that are added up to one answer at most.</summary>
    private const int Most = 8;

    private static readonly string[] Scalars = ["from_unixtime", "date_trunc", "date_format", "ip_in_cidr"];

    /// <summary>What a source comes to: a selection, or several after each other; null if it is not known.</summary>
    public static IReadOnlyList<Selection>? Of(SelectSource source) => source switch
    {
        SelectSource.Log log => [new(Scope.OfLog(log.Alias), FlowPredicate.All)],
        SelectSource.Union { Parts.Count: <= Most } union => OfUnion(union),
        SelectSource.Unnest { Elements.Count: <= Most } unnest => All(unnest.Elements, element => OfElement(unnest, element)),
        _ => null,
    };

    private static IReadOnlyList<Selection>? OfUnion(SelectSource.Union union)
    {
        var first = ItemsOf(union.Parts[0]);
        return All(union.Parts, part => ItemsOf(part).Count == first.Count ? OfPart(part, union.Alias, first) : null);
    }

    private static IReadOnlyList<SelectItem> ItemsOf(SelectQuery part) => part.Items.Count == 0 ? Scope.AllFields : part.Items;

    /// <param name="names">The first part's items, from which columns have their names.</param>
    private static Selection? OfPart(SelectQuery part, string? alias, IReadOnlyList<SelectItem> names)
    {
        if (!part.IsPlain || part.Source is not SelectSource.Log log)
            return null;
        var (inner, outer) = (Scope.OfLog(log.Alias), new Scope());
        var where = part.Where is null ? FlowPredicate.All : inner.Resolve(part.Where) is { } condition ? Conditions.Of(condition) : null;
        if (where is null)
            return null;
        var items = ItemsOf(part);
        for (var place = 0; place < items.Count; place++)
        {
            if (inner.Resolve(items[place].Value) is not { } value || !IsOfRecord(value) || !outer.TryAdd(alias, NameOf(names[place]), value))
                return null;
        }

        return new(outer, where);
    }

    private static string NameOf(SelectItem item) => item.Alias ?? (item.Value is Name name ? name.Column : item.Written);

    private static Selection? OfElement(SelectSource.Unnest unnest, SqlExpression element)
    {
        var scope = Scope.OfLog(unnest.Alias);
        return scope.Resolve(element) is Field field && scope.TryAdd(unnest.Table, unnest.Column, field) ? new(scope, FlowPredicate.All) : null;
    }

    /// <summary>Whether this is said of one record, and is no constant.</summary>
    private static bool IsOfRecord(SqlExpression value) => value switch
    {
        Field => true,
        Call call => Scalars.Contains(call.Function) && call.Arguments.Any(IsOfRecord) && call.Arguments.All(IsConstantOrOfRecord),
        _ => value.Parts.Any(IsOfRecord) && value.Parts.All(IsConstantOrOfRecord),
    };

    private static bool IsConstantOrOfRecord(SqlExpression value) => value is Number or Real or Text || IsOfRecord(value);

    private static IReadOnlyList<Selection>? All<T>(IReadOnlyList<T> parts, Func<T, Selection?> read)
    {
        var selections = new List<Selection>(parts.Count);
        foreach (var part in parts)
        {
            if (read(part) is not { } selection)
                return null;
            selections.Add(selection);
        }

        return selections;
    }
}
