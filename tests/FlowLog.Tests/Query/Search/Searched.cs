using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>A search, as it is written and as it is meant.</summary>
internal abstract record Searched
{
    /// <summary>How tightly it binds when written: a condition 3, not 2, and 1, or 0.</summary>
    protected abstract int Binding { get; }

    /// <summary>Null where a field has no value.</summary>
    public abstract bool? Meets(FlowRecord record);

    /// <summary>One of the ways in which it can be written.</summary>
    public abstract string Text(Random random);

    /// <summary>In parentheses, if it must be or by chance.</summary>
    protected string Within(Random random, int binding) =>
        Binding < binding || random.Next(8) == 0 ? $"({Blank(random)}{Text(random)}{Blank(random)})" : Text(random);

    protected static string Blank(Random random) => SomeRecords.Pick(random, ["", "", " ", "\n", "\t "]);

    protected static string AnyCase(Random random, string word) => random.Next(2) == 0 ? word : word.ToUpperInvariant();

    /// <param name="Words">As it is written, in any context.</param>
    public sealed record Condition(string Words, Func<FlowRecord, bool?> Test) : Searched
    {
        protected override int Binding => 3;

        public override bool? Meets(FlowRecord record) => Test(record);

        public override string Text(Random random) => Words;
    }

    public sealed record Opposite(Searched Part) : Searched
    {
        protected override int Binding => 2;

        public override bool? Meets(FlowRecord record) => !Part.Meets(record);

        public override string Text(Random random) => $"{AnyCase(random, "not")} {Part.Within(random, 2)}";
    }

    public sealed record All(params IReadOnlyList<Searched> Parts) : Searched
    {
        protected override int Binding => 1;

        public override bool? Meets(FlowRecord record) => Parts.Aggregate((bool?)true, (all, part) => all & part.Meets(record));

        public override string Text(Random random) =>
            Parts.Skip(1).Aggregate(Parts[0].Within(random, 2), (text, part) => $"{text} {(random.Next(2) == 0 ? "" : AnyCase(random, "and "))}{part.Within(random, 2)}");
    }

    public sealed record Any(params IReadOnlyList<Searched> Parts) : Searched
    {
        protected override int Binding => 0;

        public override bool? Meets(FlowRecord record) => Parts.Aggregate((bool?)false, (any, part) => any | part.Meets(record));

        public override string Text(Random random) => string.Join($" {AnyCase(random, "or")} ", Parts.Select(part => part.Within(random, 1)));
    }

    /// <summary>Values of one key, put together.</summary>
    public sealed record OfKey(string Key, Searched Values) : Searched
    {
        protected override int Binding => 3;

        public override bool? Meets(FlowRecord record) => Values.Meets(record);

        public override string Text(Random random) => $"{Key}:{Blank(random)}{Values.Within(random, 3)}";
    }
}
