using FlowLog.Flows;
using FlowLog.Sql.Native;
using FlowLog.Sql.Table;
using FlowLog.Sql.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FlowLog.Sql.Tests.Table;

/// <summary>Conditions drawn by lot find the same records as in an ordinary table of SQLite's that holds them.</summary>
public sealed class SameAnswerTests
{
    private const int Queries = 100;

    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">=", "IS", "IS NOT"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnyCondition_FindsTheSame(int seed)
    {
        var random = new Random(seed);
        var records = SomeRecords.Of(seed, 600);
        var table = ChunkTable.Of(records, rows: 90);
        using var plain = Plain(records);
        for (var i = 0; i < Queries; i++)
        {
            var query = $"SELECT start, bytes, \"eni-id\", srcaddr, dstport, action FROM log WHERE {Condition(random, records, 3)} ORDER BY 1, 2, 3, 4, 5, 6";

            var (expected, found) = (Rows(plain, query).ToList(), await table.RowsAsync(query + " LIMIT 100000"));
            Assert.True(expected.SequenceEqual(found), $"{query}\nmissing: {string.Join(", ", expected.Except(found))}\ntoo many: {string.Join(", ", found.Except(expected))}; {expected.Count}, {found.Count}");
        }
    }

    private static string Condition(Random random, IReadOnlyList<FlowRecord> records, int depth) => random.Next(depth == 0 ? 1 : 5) switch
    {
        1 => $"({Condition(random, records, depth - 1)} AND {Condition(random, records, depth - 1)})",
        2 => $"({Condition(random, records, depth - 1)} OR {Condition(random, records, depth - 1)})",
        3 => $"NOT ({Condition(random, records, depth - 1)})",
        _ => Leaf(random, records),
    };

    private static string Leaf(Random random, IReadOnlyList<FlowRecord> records)
    {
        var column = LogColumn.All[random.Next(LogColumn.All.Count)];
        var name = $"\"{column.Name}\"";
        return random.Next(8) switch
        {
            0 => $"{name} IS NULL",
            1 => $"{name} IS NOT NULL",
            2 => $"{name} IN ({string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, records, column.Field)))})",
            3 => $"{name} NOT IN ({Value(random, records, column.Field)}, {Value(random, records, column.Field)})",
            4 => $"{name} BETWEEN {Value(random, records, column.Field)} AND {Value(random, records, column.Field)}",
            5 => $"{Value(random, records, column.Field)} {Comparisons[random.Next(6)]} {name}",
            _ => $"{name} {Comparisons[random.Next(Comparisons.Length)]} {Value(random, records, column.Field)}",
        };
    }

    /// <summary>Mostly a value that some record has; also others, of other kinds too.</summary>
    private static string Value(Random random, IReadOnlyList<FlowRecord> records, FlowField field)
    {
        var record = records[random.Next(records.Count)];
        return random.Next(12) switch
        {
            0 => "NULL",
            1 => "''",
            2 => "'-'",
            3 => "443.0",
            4 => "443.5",
            5 => "'443'",
            6 => "-1",
            _ => Value(field, record) is { } value ? value is string text ? $"'{text}'" : $"{value}" : "NULL",
        };
    }

    private static object? Value(FlowField field, FlowRecord record)
    {
        if (field.OfTraffic && record.Status != LogStatus.Ok)
            return null;
        return field.Kind switch
        {
            FieldKind.Number => field.Number(record),
            FieldKind.Name => field.Names[(int)field.Number(record)] is "-" ? null : field.Names[(int)field.Number(record)],
            FieldKind.Address => field.Address(record).ToString(),
            _ => field.Text(record) is "" or "-" ? null : field.Text(record),
        };
    }

    private static SqliteConnection Plain(IReadOnlyList<FlowRecord> records)
    {
        SqliteMemory.EnsureInstalled();
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE TABLE log({string.Join(", ", LogColumn.All.Select(column => $"\"{column.Name}\" {(column.Field.Kind == FieldKind.Number ? "bigint" : "varchar")}"))})";
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO log VALUES ({string.Join(", ", LogColumn.All.Select((_, i) => $"$p{i}"))})";
        foreach (var record in records)
        {
            insert.Parameters.Clear();
            for (var i = 0; i < LogColumn.All.Count; i++)
                insert.Parameters.AddWithValue($"$p{i}", Value(LogColumn.All[i].Field, record) ?? DBNull.Value);
            insert.ExecuteNonQuery();
        }

        return connection;
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(column => Asked.Shown(reader.IsDBNull(column) ? null : reader.GetValue(column))));
    }
}
