using System.Text;
using System.Text.Json;
using FlowLog.Printing;

namespace FlowLog.Cli.Output;

/// <summary>Prints objects of the API: as they are for programs, as tables for people.</summary>
internal static class AnswerPrinter
{
    /// <summary>Prints a list; JSON as an array, as the items come.</summary>
    public static async Task ListAsync(
        Terminal terminal, AnswerFormat format, IReadOnlyList<AnswerColumn> columns, IAsyncEnumerable<JsonElement> items, CancellationToken cancellation)
    {
        await using var writer = Writer(terminal);
        if (format == AnswerFormat.Json)
        {
            var count = 0;
            await foreach (var item in items.WithCancellation(cancellation))
                await writer.WriteAsync((count++ == 0 ? "[\n" : ",\n") + item.GetRawText());
            await writer.WriteLineAsync(count == 0 ? "[]" : "\n]");
            return;
        }

        var rows = new List<string[]>();
        await foreach (var item in items.WithCancellation(cancellation))
            rows.Add([.. columns.Select(column => column.Of(item))]);
        if (format == AnswerFormat.Csv)
            WriteCsv(writer, [.. columns.Select(column => column.Path)], rows);
        else
            Tables.Print(writer, [.. columns.Select(column => (column.Path, column.IsNumber))], rows);
    }

    /// <summary>Prints one object: for people and as CSV a line a property.</summary>
    public static async Task OneAsync(Terminal terminal, AnswerFormat format, JsonElement answer, CancellationToken cancellation)
    {
        await using var writer = Writer(terminal);
        if (format == AnswerFormat.Json)
            await writer.WriteLineAsync(answer.GetRawText().AsMemory(), cancellation);
        else if (format == AnswerFormat.Csv)
            WriteCsv(writer, ["property", "value"], [.. Properties("", answer)]);
        else
            Tables.Print(writer, [("property", false), ("value", false)], Properties("", answer));
    }

    public static StreamWriter Writer(Terminal terminal) => new(terminal.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

    public static void WriteCsv(TextWriter writer, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows.Prepend(names))
            writer.WriteLine(string.Join(',', row.Select(cell => Encoding.UTF8.GetString(FreeText.Csv(cell)))));
    }

    /// <summary>Those of an object within have its name and a dot before theirs.</summary>
    private static IEnumerable<string[]> Properties(string prefix, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                yield return [prefix + property.Name, AnswerColumn.Text(property.Value)];
                continue;
            }

            foreach (var inner in Properties($"{prefix}{property.Name}.", property.Value))
                yield return inner;
        }
    }
}
