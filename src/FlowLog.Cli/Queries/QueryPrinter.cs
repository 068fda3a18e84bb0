using System.Text.Json;
using FlowLog.Cli.Output;

namespace FlowLog.Cli.Queries;

/// <summary>Prints what a query answered, which comes in the API's shape wherever it ran.</summary>
internal static class QueryPrinter
{
    /// <exception cref="Failure">It is no answer to a query.</exception>
    public static async Task PrintAsync(Terminal terminal, AnswerFormat format, JsonElement answer, CancellationToken cancellation)
    {
        await using var writer = AnswerPrinter.Writer(terminal);
        if (format == AnswerFormat.Json)
            await writer.WriteLineAsync(answer.GetRawText().AsMemory(), cancellation);
        else if (format == AnswerFormat.Csv)
            AnswerPrinter.WriteCsv(writer, [.. ColumnsOf(answer).Select(column => column.Name)], Rows(answer, ""));
        else
            Tables.Print(writer, ColumnsOf(answer), Rows(answer, "-"));
    }

    private static List<(string Name, bool IsNumber)> ColumnsOf(JsonElement answer) => answer.TryGetProperty("columns", out var columns)
        ? [.. columns.EnumerateArray().Select(column => (new AnswerColumn("name").Of(column), new AnswerColumn("type").Of(column) is "bigint" or "double"))]
        : throw new Failure("the service answers, but not as to a query", ExitCode.Unavailable);

    /// <param name="none">What stands for no value.</param>
    private static IEnumerable<string[]> Rows(JsonElement answer, string none) => answer.GetProperty("rows").EnumerateArray().Select(row =>
        row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Null ? none : AnswerColumn.Text(cell)).ToArray());
}
