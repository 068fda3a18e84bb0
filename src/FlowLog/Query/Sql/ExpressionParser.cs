using System.Globalization;
using static FlowLog.Query.Sql.SqlExpression;

namespace FlowLog.Query.Sql;

/// <summary>Reads expressions with SQLite's precedence. What it does not know is null, not an error.</summary>
internal sealed class ExpressionParser(SqlReader reader)
{
    /// <summary>Digits of a real number that every reader of decimals rounds to the same.</summary>
    private const int MostDigits = 15;

    public SqlExpression? Read() => reader.Within(Or);

    /// <summary>Some, with commas between them.</summary>
    /// <returns>Null if one is not known; never empty.</returns>
    public IReadOnlyList<SqlExpression>? ReadList()
    {
        var list = new List<SqlExpression>();
        do
        {
            if (Read() is not { } item)
                return null;
            list.Add(item);
        }
        while (reader.TakeOperator(","));
        return list;
    }

    private SqlExpression? Or() => Chain(And, () => reader.TakeWord("OR") ? "OR" : null);

    private SqlExpression? And() => Chain(Not, () => reader.TakeWord("AND") ? "AND" : null);

    private SqlExpression? Not()
    {
        if (!reader.TakeWord("NOT"))
            return Comparison();
        return reader.Within(Not) is { } value ? new Negation(value) : null;
    }

    private SqlExpression? Comparison()
    {
        var left = Order();
        while (left is not null)
        {
            if (EqualityOperator() is { } equality)
                left = Order() is { } right && reader.CanOperate() ? new Operation(equality, left, right) : null;
            else if (Test(left) is not { } test)
                return left;
            else
                left = test.Found;
        }

        return null;
    }

    /// <summary>BETWEEN, IN, LIKE and IS behind a value, and their opposites; null if none is there.</summary>
    private (SqlExpression? Found, bool IsThere)? Test(SqlExpression left)
    {
        if (reader.TakeWord("IS"))
        {
            var isNot = reader.TakeWord("NOT");
            return (reader.TakeWord("NULL") ? Opposite(new IsNull(left), isNot) : null, true);
        }

        var not = (reader.Next.Is("BETWEEN") || reader.Next.Is("IN") || reader.Next.Is("LIKE")) && reader.TakeWord("NOT");
        if (reader.TakeWord("BETWEEN"))
            return (Order() is { } low && reader.TakeWord("AND") && Order() is { } high ? Opposite(new Between(left, low, high), not) : null, true);
        if (reader.TakeWord("LIKE"))
            return (Order() is { } pattern && reader.CanOperate() ? Opposite(new Operation("LIKE", left, pattern), not) : null, true);
        if (reader.TakeWord("IN"))
            return (reader.TakeOperator("(") && ReadList() is { } choices && reader.TakeOperator(")") ? Opposite(new In(left, choices), not) : null, true);
        return null;
    }

    private static SqlExpression Opposite(SqlExpression value, bool isOpposite) => isOpposite ? new Negation(value) : value;

    private string? EqualityOperator()
    {
        if (reader.TakeOperator("=") || reader.TakeOperator("=="))
            return "=";
        return reader.TakeOperator("<>") || reader.TakeOperator("!=") ? "<>" : null;
    }

    private SqlExpression? Order() => Chain(Sum, () => Taken("<", "<=", ">", ">="));

    private SqlExpression? Sum() => Chain(Product, () => Taken("+", "-"));

    private SqlExpression? Product() => Chain(Signed, () => Taken("*", "/", "%"));

    private string? Taken(params ReadOnlySpan<string> operators)
    {
        foreach (var text in operators)
        {
            if (reader.TakeOperator(text))
                return text;
        }

        return null;
    }

    private SqlExpression? Chain(Func<SqlExpression?> part, Func<string?> taken)
    {
        var left = part();
        while (left is not null && taken() is { } text)
            left = reader.CanOperate() && part() is { } right ? new Operation(text, left, right) : null;
        return left;
    }

    private SqlExpression? Signed()
    {
        if (!reader.TakeOperator("-"))
            return Primary();
        return Primary() switch
        {
            Number number => new Number(-number.Value),
            Real real => new Real(-real.Value),
            _ => null,
        };
    }

    private SqlExpression? Primary()
    {
        if (reader.TakeOperator("("))
            return Read() is { } inner && reader.TakeOperator(")") ? inner : null;
        if (reader.IsAtEnd)
            return null;
        if (reader.Current.Kind == SqlTokenKind.Number)
            return NumberOf(reader.Take().Text);
        if (reader.Current.Kind == SqlTokenKind.String)
            return new Text(reader.Take().Text);
        if (reader.Current.Kind == SqlTokenKind.Word && reader.Next.IsOperator("("))
            return Function();
        if (reader.TakeName() is not { } name)
            return null;
        if (!reader.TakeOperator("."))
            return new Name(null, name);
        return reader.TakeName() is { } column ? new Name(name, column) : null;
    }

    private Call? Function()
    {
        var name = reader.Take().Text.ToLowerInvariant();
        reader.Take();
        if (reader.TakeOperator("*"))
            return reader.TakeOperator(")") ? Plain(new(name, [], OfAll: true)) : null;
        return ReadList() is { } arguments && reader.TakeOperator(")") ? Plain(new(name, arguments)) : null;
    }

    /// <summary>A call that nothing behind it makes another.</summary>
    private Call? Plain(Call call) => reader.Current.Is("OVER") || reader.Current.Is("FILTER") ? null : call;

    private static SqlExpression? NumberOf(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return new Number(whole);
        var isPlain = text.Length <= MostDigits && text.Contains('.') && !text.AsSpan().ContainsAnyExcept("0123456789.");
        return isPlain ? new Real(double.Parse(text, CultureInfo.InvariantCulture)) : null;
    }
}
