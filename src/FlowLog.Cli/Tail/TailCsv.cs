using System.Text;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Printing;

namespace FlowLog.Cli.Tail;

internal sealed class TailCsv(IReadOnlyList<string> columns) : ITailFormat
{
    public string Head => string.Join(',', columns);

    public string Line(JsonElement record) => string.Join(
        ',', columns.Select(name => Encoding.UTF8.GetString(FreeText.Csv(record.TryGetProperty(name, out var value) ? AnswerColumn.Text(value) : ""))));
}
