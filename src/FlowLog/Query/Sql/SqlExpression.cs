using System.Globalization;
using FlowLog.Flows;

namespace FlowLog.Query.Sql;

/// <summary>An expression of the part of SQL that can be answered from columns. Two that are equal say the same.</summary>
internal abstract record SqlExpression
{
    /// <summary>The expressions that it is made of.</summary>
    public virtual IReadOnlyList<SqlExpression> Parts => [];

    /// <summary>The same made of others.</summary>
    protected virtual SqlExpression Of(IReadOnlyList<SqlExpression> parts) => this;

    /// <summary>The same with some of its parts, however deep, exchanged.</summary>
    /// <param name="exchange">What stands for a part, itself if it stays; null if there is nothing.</param>
    /// <returns>Null if there is nothing for a part.</returns>
    public SqlExpression? With(Func<SqlExpression, SqlExpression?> exchange)
    {
        var parts = new List<SqlExpression>();
        foreach (var before in Parts)
        {
            if (before.With(exchange) is not { } part)
                return null;
            parts.Add(part);
        }

        return exchange(parts.Count == 0 ? this : Of(parts));
    }

    /// <summary>A whole number from -2^63+1 to 2^63-1.</summary>
    public sealed record Number(long Value) : SqlExpression
    {
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Real(double Value) : SqlExpression
    {
        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    public sealed record Text(string Value) : SqlExpression
    {
        public override string ToString() => $"'{Value}'";
    }

    /// <summary>A column or an alias, not looked up yet.</summary>
    /// <param name="Table">The table that is named before it.</param>
    public sealed record Name(string? Table, string Column) : SqlExpression
    {
        public override string ToString() => Table is null ? Column : $"{Table}.{Column}";
    }

    /// <summary>A field of a record.</summary>
    public sealed record Field(FlowField Value) : SqlExpression
    {
        public override string ToString() => Value.Name;
    }

    /// <summary>A function.</summary>
    /// <param name="Function">In lower case.</param>
    /// <param name="OfAll">Whether its argument is a star.</param>
    public sealed record Call(string Function, IReadOnlyList<SqlExpression> Arguments, bool OfAll = false) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => Arguments;

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => this with { Arguments = parts };

        public bool Equals(Call? other) => other is not null && Function == other.Function && OfAll == other.OfAll && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => HashCode.Combine(Function, Arguments.Count);
    }

    /// <summary>An operator between two.</summary>
    /// <param name="Operator">In upper case; <c>=</c> and <c>&lt;&gt;</c> for all ways to write them.</param>
    public sealed record Operation(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => [Left, Right];

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => new Operation(Operator, parts[0], parts[1]);
    }

    public sealed record Negation(SqlExpression Value) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => [Value];

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => new Negation(parts[0]);
    }

    public sealed record IsNull(SqlExpression Value) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => [Value];

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => new IsNull(parts[0]);
    }

    public sealed record Between(SqlExpression Value, SqlExpression Low, SqlExpression High) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => [Value, Low, High];

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => new Between(parts[0], parts[1], parts[2]);
    }

    /// <summary>One of some, of which there is at least one.</summary>
    public sealed record In(SqlExpression Value, IReadOnlyList<SqlExpression> Choices) : SqlExpression
    {
        public override IReadOnlyList<SqlExpression> Parts => [Value, .. Choices];

        protected override SqlExpression Of(IReadOnlyList<SqlExpression> parts) => new In(parts[0], [.. parts.Skip(1)]);

        public bool Equals(In? other) => other is not null && Value.Equals(other.Value) && Choices.SequenceEqual(other.Choices);

        public override int GetHashCode() => HashCode.Combine(Value, Choices.Count);
    }
}
