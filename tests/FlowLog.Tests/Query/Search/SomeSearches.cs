using FlowLog.Flows;

namespace FlowLog.Tests.Query.Search;

/// <summary>Searches drawn by lot, about values that the records have and values that they do not have.</summary>
internal sealed class SomeSearches(Random random, IReadOnlyList<FlowRecord> records)
{
    public IReadOnlyList<FlowRecord> Records => records;

    public Searched Tree(int depth) => depth == 0 || random.Next(4) == 0
        ? Leaf()
        : random.Next(4) switch
        {
            0 => new Searched.Opposite(Tree(depth - 1)),
            1 => new Searched.All(Tree(depth - 1), Tree(depth - 1)),
            _ => new Searched.Any(Tree(depth - 1), Tree(depth - 1), Tree(depth - 1)),
        };

    private Searched Leaf() => random.Next(4) == 0 ? FullText() : OfKey();

    private Searched.Condition FullText()
    {
        var shown = FlowFields.All.Select(field => PlainReading.Shown(field, One())).Where(text => text != "-").ToList();
        var text = SomeRecords.Pick(random, shown);
        if (random.Next(3) == 0 && text[0] is not '?' and not ' ')
            text = Wildcard(text);
        else if (random.Next(3) == 0)
            text = text.ToUpperInvariant();
        if (random.Next(6) == 0)
            return new("10.0.0.0/16", record => PlainReading.HasAddress(record, "10.0."));
        var pattern = PlainReading.Pattern(text, text.Contains('*') || text.Contains('?'));
        return new(text.Contains(' ') || text == "in" ? $"\"{text}\"" : text, record => PlainReading.HasAnywhere(record, pattern));
    }

    private Searched OfKey()
    {
        var (key, fields) = random.Next(8) switch
        {
            0 => ("host", new[] { FlowFields.Source, FlowFields.Destination }),
            1 => ("port", [FlowFields.SourcePort, FlowFields.DestinationPort]),
            _ when SomeRecords.Pick(random, FlowFields.All) is var field => (Written(field), [field]),
            _ => throw new InvalidOperationException(),
        };
        return random.Next(5) switch
        {
            0 => new Searched.OfKey(key, new Searched.Any(Value(fields), new Searched.Opposite(Value(fields)), Value(fields))),
            1 => new Searched.OfKey(key, new Searched.All(Value(fields), Value(fields))),
            2 when fields[0].Kind == FieldKind.Number => Span(key, fields),
            3 => List(key, fields),
            _ => new Searched.OfKey(key, Value(fields)),
        };
    }

    private string Written(FlowField field) => random.Next(4) switch
    {
        0 => field.SqlName,
        1 => $"\"{field.Name}\"",
        2 => field.Name.ToUpperInvariant(),
        _ => field.Name,
    };

    private Searched.Condition Value(FlowField[] fields)
    {
        var text = PlainReading.Shown(fields[0], One());
        var field = fields[0];
        if (random.Next(8) == 0)
            return new("*", record => PlainReading.Any(fields, record, (_, _) => true) ?? false);
        if (text == "-")
            return new(SomeRecords.Pick(random, ["-", "''", "\" \""]), record => fields.Any(one => PlainReading.Shown(one, record) == "-"));
        if (field.Kind == FieldKind.Address && random.Next(2) == 0)
            return new("10.0.7.7/16", record => PlainReading.Any(fields, record, (_, shown) => shown.StartsWith("10.0.", StringComparison.Ordinal)));
        if (field == FlowFields.TcpFlags && random.Next(2) == 0)
            return new("syn+ack", record => PlainReading.Any(fields, record, (one, _) => (one.Number(record) & 18) == 18));
        if (field == FlowFields.Protocol && random.Next(2) == 0)
            return new("TCP", record => PlainReading.Any(fields, record, (_, shown) => shown == "6"));
        if (field.Name.EndsWith("port", StringComparison.Ordinal) && random.Next(2) == 0)
            return new("https", record => PlainReading.Any(fields, record, (_, shown) => shown == "443"));
        var isWildcard = random.Next(3) == 0;
        if (isWildcard)
            text = Wildcard(text);
        var pattern = PlainReading.Pattern(text, isWildcard);
        return new(text.Contains(' ') || (!isWildcard && random.Next(3) == 0) ? $"'{text}'" : text, record => PlainReading.Any(fields, record, (one, shown) => PlainReading.Has(one, shown, pattern)));
    }

    private Searched.Condition Span(string key, FlowField[] fields)
    {
        var (one, other) = (fields[0].Number(One()), fields[^1].Number(One()));
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var (least, most) = (random.Next(2) == 0, random.Next(2) == 0);
        var (written, test) = random.Next(3) switch
        {
            0 => ($"{key} in {(least ? '[' : '(')}{low}{(least || most ? ", " : " ")}{high}{(most ? ']' : ')')}",
                (Func<long, bool>)(number => (least ? number >= low : number > low) && (most ? number <= high : number < high))),
            1 => ($"{key} >{(least ? "=" : "")} {low}", number => least ? number >= low : number > low),
            _ => ($"{key}: <{(most ? "=" : "")}{high}", number => most ? number <= high : number < high),
        };
        if (!least && !most && written.Contains(" in ", StringComparison.Ordinal))
            written = written.Replace(",", "", StringComparison.Ordinal);
        return new(written, record => PlainReading.Any(fields, record, (field, _) => test(field.Number(record))));
    }

    private Searched.Condition List(string key, FlowField[] fields)
    {
        var values = new[] { Value(fields), Value(fields), Value(fields) };
        return new(
            $"{key} in ({string.Join(", ", values.Select(value => value.Words))})",
            record => values.Aggregate((bool?)false, (any, value) => any | value.Meets(record)));
    }

    /// <summary>The beginning of a text, or all but one of its letters.</summary>
    private string Wildcard(string text)
    {
        var word = text.Split(' ')[0];
        var at = word[0] == ':' ? 2 : random.Next(1, word.Length + 1);
        return random.Next(2) == 0 || at == word.Length ? $"{word[..at]}*" : $"{word[..at]}?{word[(at + 1)..]}";
    }

    private FlowRecord One() => SomeRecords.Pick(random, records);
}
