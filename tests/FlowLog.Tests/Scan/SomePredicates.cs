using System.Globalization;
using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Scan;

namespace FlowLog.Tests.Scan;

/// <summary>Predicates drawn by lot, about values that the rows have and values that they do not have.</summary>
internal sealed class SomePredicates(Random random, FlowColumns rows)
{
    public FlowPredicate Tree(int depth) => depth == 0 || random.Next(3) == 0
        ? Leaf()
        : random.Next(4) switch
        {
            0 => new Not(Tree(depth - 1)),
            1 => new AnyOf(Parts(depth)),
            _ => new AllOf(Parts(depth)),
        };

    public FlowPredicate Leaf()
    {
        var field = FlowFields.All[random.Next(FlowFields.All.Count)];
        return random.Next(9) switch
        {
            0 => new HasValue(field),
            1 => new IsMet(OfKind(field)),
            2 when field.Kind is FieldKind.Number or FieldKind.Address => new SameFields(field, Other(field)),
            _ => OfKind(field),
        };
    }

    private FlowField Other(FlowField field)
    {
        FlowField[] others = [.. FlowFields.All.Where(other => other.Kind == field.Kind)];
        return others[random.Next(others.Length)];
    }

    private FlowPredicate OfKind(FlowField field) => random.Next(4) == 0 ? Like(field) : OfValues(field);

    private FlowPredicate OfValues(FlowField field)
    {
        return field.Kind switch
        {
            FieldKind.Text => new TextIn(field, [.. Some(3).Select(_ => random.Next(5) == 0 ? "nobody" : rows.Texts(field)[Row()])]),
            FieldKind.Address => new AddressIn(field, [.. Some(3).Select(_ => Block(field))]),
            FieldKind.Number when random.Next(4) == 0 => new HasFlags(field, random.Next(4) == 0 ? random.NextInt64() : random.Next(64), random.Next(2) == 0),
            _ => new NumberIn(field, [.. Some(random.Next(4) == 0 ? 12 : 3).Select(_ => Range(field))]),
        };
    }

    private FlowPredicate Like(FlowField field) => field.Kind switch
    {
        FieldKind.Text => new TextLike(field, Pattern(rows.Texts(field)[Row()])),
        FieldKind.Address => new AddressLike(field, Pattern(rows.Addresses(field)[Row()].ToString())),
        FieldKind.Number => new NumberLike(field, Pattern(rows.Numbers(field)[Row()].ToString(CultureInfo.InvariantCulture))),
        _ => OfValues(field),
    };

    /// <summary>A value with a letter or some left out, in the other case.</summary>
    private WordPattern Pattern(string value)
    {
        var letters = value.Length is 0 or >= WordPattern.MostLetters ? "nobody" : value.ToUpperInvariant();
        var at = random.Next(1, letters.Length + 1);
        return random.Next(4) switch
        {
            0 => new(letters, hasWildcards: false),
            1 => new(letters[..at] + "*", hasWildcards: true),
            2 => new(letters[..(at - 1)] + "?" + letters[at..], hasWildcards: true),
            _ => new(letters[..at] + "*" + letters[Math.Min(letters.Length, at + random.Next(1, 4))..], hasWildcards: true),
        };
    }

    private FlowPredicate[] Parts(int depth) => [.. Some(3).Select(_ => Tree(depth - 1))];

    private IEnumerable<int> Some(int most) => Enumerable.Range(0, random.Next(most + 1));

    private int Row() => random.Next(rows.Count);

    private ColumnRange Range(FlowField field)
    {
        var value = rows.Numbers(field)[Row()];
        return random.Next(5) switch
        {
            0 => new(value, value),
            1 => new(value, long.MaxValue),
            2 => new(long.MinValue, value - 1),
            3 => new(value + 1, value),
            _ => new(Math.Min(value, value / 2), Math.Max(value, rows.Numbers(field)[Row()])),
        };
    }

    private Cidr Block(FlowField field)
    {
        var address = rows.Addresses(field)[Row()];
        var length = random.Next((address.IsIPv6 ? 128 : 32) + 1);
        return Cidr.TryParse($"{address}/{length}", out var block, trim: true) ? block : throw new InvalidOperationException();
    }
}
