namespace FlowLog.Query.Sql;

/// <summary>What a column of an answer shows of a group: a key, a measure, or what is reckoned from them, as SQLite reckons.</summary>
internal abstract record Shown(QueryType Type)
{
    /// <param name="row">The group's keys and measures.</param>
    /// <exception cref="OverflowException">Beyond what whole numbers or times hold; SQLite goes on with other kinds of values.</exception>
    public abstract object? Of(IReadOnlyList<object?> row);

    public abstract bool IsConstant { get; }

    /// <summary>A key or a measure as it is.</summary>
    public sealed record Value(int Column, QueryType Type) : Shown(Type)
    {
        public override bool IsConstant => false;

        public override object? Of(IReadOnlyList<object?> row) => row[Column];
    }

    /// <param name="Fixed">A <see cref="long"/>, a <see cref="double"/> or a text.</param>
    public sealed record Constant(object Fixed, QueryType Type) : Shown(Type)
    {
        public override bool IsConstant => true;

        public override object? Of(IReadOnlyList<object?> row) => Fixed;
    }

    /// <summary>A time as a text, in UTC.</summary>
    /// <param name="Seconds">Unix seconds.</param>
    /// <param name="Unit">Seconds of the stretches, from 1970 on, of which the beginning is shown.</param>
    /// <param name="Format">Of which pieces the text consists.</param>
    public sealed record Time(Shown Seconds, long Unit, TimeFormat Format) : Shown(QueryType.Text)
    {
        private const long Latest = 253_402_300_799;

        public override bool IsConstant => Seconds.IsConstant;

        public override object? Of(IReadOnlyList<object?> row)
        {
            if (Seconds.Of(row) is not long seconds)
                return null;
            if (seconds is < 0 or > Latest)
                throw new OverflowException($"{seconds} is not between 1970 and 9999.");
            return Format.Of(DateTimeOffset.FromUnixTimeSeconds(seconds - (seconds % Unit)));
        }
    }

    /// <summary>Two numbers and an operator. No number and division by zero make no number.</summary>
    /// <param name="Operator">+, -, *, / or, of whole numbers, %.</param>
    public sealed record Arithmetic(char Operator, Shown Left, Shown Right)
        : Shown(Left.Type == QueryType.Real || Right.Type == QueryType.Real ? QueryType.Real : QueryType.Integer)
    {
        public override bool IsConstant => Left.IsConstant && Right.IsConstant;

        public override object? Of(IReadOnlyList<object?> row) => (Left.Of(row), Right.Of(row)) switch
        {
            (null, _) or (_, null) => null,
            (long left, long right) => Whole(left, right),
            (var left, var right) => Real(Number(left), Number(right)),
        };

        private static double Number(object value) => value is long whole ? whole : (double)value;

        private object? Whole(long left, long right)
        {
            checked
            {
                return Operator switch
                {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ when right == 0 => (long?)null,
                    '/' => left / right,
                    _ => right == -1 ? 0 : left % right,
                };
            }
        }

        private object? Real(double left, double right)
        {
            var value = Operator switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                _ => right == 0 ? double.NaN : left / right,
            };
            return double.IsNaN(value) ? null : value;
        }
    }
}
