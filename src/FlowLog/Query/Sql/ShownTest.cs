namespace FlowLog.Query.Sql;

/// <summary>A condition on what is shown of a group, in SQL's three values: true, false, and null where a value is missing.</summary>
internal abstract record ShownTest
{
    /// <exception cref="OverflowException">As of <see cref="Shown.Of"/>, or numbers that cannot be compared exactly.</exception>
    public abstract bool? Of(IReadOnlyList<object?> row);

    /// <summary>Two values of which both are numbers or both texts.</summary>
    public sealed record Comparison(string Operator, Shown Left, Shown Right) : ShownTest
    {
        public override bool? Of(IReadOnlyList<object?> row)
        {
            if (Left.Of(row) is not { } left || Right.Of(row) is not { } right)
                return null;
            var order = ShownOrder.Compare(left, right);
            return Operator switch
            {
                "=" => order == 0,
                "<>" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            };
        }
    }

    public sealed record Both(ShownTest Left, ShownTest Right) : ShownTest
    {
        public override bool? Of(IReadOnlyList<object?> row) => Left.Of(row) & Right.Of(row);
    }

    public sealed record Either(ShownTest Left, ShownTest Right) : ShownTest
    {
        public override bool? Of(IReadOnlyList<object?> row) => Left.Of(row) | Right.Of(row);
    }

    public sealed record Opposite(ShownTest Test) : ShownTest
    {
        public override bool? Of(IReadOnlyList<object?> row) => !Test.Of(row);
    }

    public sealed record IsMissing(Shown Value) : ShownTest
    {
        public override bool? Of(IReadOnlyList<object?> row) => Value.Of(row) is null;
    }
}
