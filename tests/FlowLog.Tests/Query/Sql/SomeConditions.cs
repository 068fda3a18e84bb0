using FlowLog.Flows;

namespace FlowLog.Tests.Query.Sql;

/// <summary>Conditions drawn by lot, about values that rows have and some that they have not, with what SQL says of a row: true, false, or null.</summary>
internal sealed class SomeConditions(Random random, IReadOnlyList<SomeColumn> columns, IReadOnlyList<FlowRecord> records)
{
    public (string Sql, Func<SomeRow, bool?> Of) Tree(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Leaf();
        if (random.Next(4) == 0)
            return Tree(depth - 1) is var value ? ($"NOT ({value.Sql})", row => !value.Of(row)) : default;
        var (left, right) = (Tree(depth - 1), Tree(depth - 1));
        return random.Next(2) == 0
            ? ($"({left.Sql} AND {right.Sql})", row => left.Of(row) & right.Of(row))
            : ($"({left.Sql} or {right.Sql})", row => left.Of(row) | right.Of(row));
    }

    private (string Sql, Func<SomeRow, bool?> Of) Leaf()
    {
        var column = columns[random.Next(columns.Count)];
        if (random.Next(6) == 0)
        {
            return random.Next(2) == 0
                ? ($"{column.Sql} IS NULL", row => column.Of(row) is null)
                : ($"{column.Sql} IS NOT NULL", row => column.Of(row) is not null);
        }

        return column.Kind == FieldKind.Number ? OfNumber(column) : OfText(column);
    }

    private (string Sql, Func<SomeRow, bool?> Of) OfNumber(SomeColumn column)
    {
        var (a, b) = (Number(column), Number(column));
        return random.Next(9) switch
        {
            0 => ($"{column.Sql} = {a}", row => Number(column, row) is { } value ? value == a : null),
            1 => ($"{a} <> {column.Sql}", row => Number(column, row) is { } value ? value != a : null),
            2 => ($"{column.Sql} < {a}", row => Number(column, row) is { } value ? value < a : null),
            3 => ($"{column.Sql} <= {a}", row => Number(column, row) is { } value ? value <= a : null),
            4 => ($"{column.Sql}>{a}", row => Number(column, row) is { } value ? value > a : null),
            5 => ($"{a} <= {column.Sql}", row => Number(column, row) is { } value ? value >= a : null),
            6 => ($"{column.Sql} BETWEEN {a} AND {b}", row => Number(column, row) is { } value ? value >= a && value <= b : null),
            7 => ($"{column.Sql} not between {a} and {b}", row => Number(column, row) is { } value ? value < a || value > b : null),
            _ => ($"{column.Sql} IN ({a}, {b}, -1)", row => Number(column, row) is { } value ? value == a || value == b : null),
        };
    }

    private (string Sql, Func<SomeRow, bool?> Of) OfText(SomeColumn column)
    {
        var (a, b) = (Text(column), Text(column));
        return random.Next(column.Kind == FieldKind.Address ? 6 : 4) switch
        {
            0 => ($"{column.Sql} = '{a}'", row => column.Of(row) is string value ? value == a : null),
            1 => ($"{column.Sql} != '{a}'", row => column.Of(row) is string value ? value != a : null),
            2 => ($"{column.Sql} IN ('{a}', '{b}')", row => column.Of(row) is string value ? value == a || value == b : null),
            3 => ($"{column.Sql} NOT IN ('{a}', '{b}')", row => column.Of(row) is string value ? value != a && value != b : null),
            4 => Like(column),
            _ => Block(column),
        };
    }

    private (string Sql, Func<SomeRow, bool?> Of) Block(SomeColumn column)
    {
        var address = records[random.Next(records.Count)].Flow.Source;
        Cidr.TryParse($"{address}/{random.Next(address.IsIPv6 ? 129 : 33)}", out var block, trim: true);
        return ($"ip_in_cidr({column.Sql}, '{block}')", row => column.Of(row) is string value ? block.Contains(IpAddress.Parse(value)) : null);
    }

    private (string Sql, Func<SomeRow, bool?> Of) Like(SomeColumn column)
    {
        var address = records[random.Next(records.Count)].Flow.Destination.ToString();
        var start = address[..random.Next(1, address.Length)];
        return random.Next(2) == 0
            ? ($"{column.Sql} LIKE '{start}%'", row => column.Of(row) is string value ? value.StartsWith(start, StringComparison.Ordinal) : null)
            : ($"{column.Sql} NOT LIKE '%{start[0]}_'", row => column.Of(row) is string value ? value.Length < 2 || value[^2] != start[0] : null);
    }

    private static long? Number(SomeColumn column, SomeRow row) => (long?)column.Of(row);

    private long Number(SomeColumn column) => random.Next(8) == 0 ? random.Next(-5, 5) : (long?)Some(column) ?? 0;

    private string Text(SomeColumn column) => random.Next(8) switch
    {
        0 => "accept",
        1 => "",
        2 => "2001:DB8::5",
        _ => (string?)Some(column) ?? "eni-1",
    };

    private object? Some(SomeColumn column) => column.Of(new(records[random.Next(records.Count)], random.Next(column.Fields.Length)));
}
