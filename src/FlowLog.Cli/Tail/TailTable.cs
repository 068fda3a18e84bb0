using System.Globalization;
using System.Text.Json;
using FlowLog.Cli.Output;
using FlowLog.Flows;

namespace FlowLog.Cli.Tail;

/// <summary>A table whose rows nobody knows in advance: a column grows with the widest value so far.</summary>
internal sealed class TailTable : ITailFormat
{
    public static readonly IReadOnlyList<string> Usual =
        ["start", "eni-id", "action", "direction", "protocol", "srcaddr", "srcport", "dstaddr", "dstport", "packets", "bytes"];

    private readonly (FlowField Field, int Width)[] _columns;

    /// <param name="columns">Names of fields.</param>
    public TailTable(IReadOnlyList<string> columns) =>
        _columns = [.. columns.Select(name => FlowFields.Find(name)!).Select(field => (field, Math.Max(field.Name.Length, UsualWidth(field))))];

    public string Head => Row(column => column.Field.Name);

    public string Line(JsonElement record) => Row(column => Visible.Of(TextOf(record, column.Field)));

    private string Row(Func<(FlowField Field, int Width), string> text)
    {
        var cells = new string[_columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = text(_columns[i]);
            _columns[i].Width = Math.Max(_columns[i].Width, cells[i].Length);
            cells[i] = IsRight(_columns[i].Field) ? cells[i].PadLeft(_columns[i].Width) : cells[i].PadRight(_columns[i].Width);
        }

        return string.Join("  ", cells).TrimEnd();
    }

    /// <summary>Times are for people here.</summary>
    private static string TextOf(JsonElement record, FlowField field)
    {
        if (!record.TryGetProperty(field.Name, out var value))
            return "";
        return IsTime(field) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : AnswerColumn.Text(value);
    }

    private static bool IsRight(FlowField field) => field.Kind == FieldKind.Number && !IsTime(field);

    private static bool IsTime(FlowField field) => field == FlowFields.Start || field == FlowFields.End;

    private static int UsualWidth(FlowField field)
    {
        if (IsTime(field))
            return "2026-11-22T09:30:00Z".Length;
        if (field == FlowFields.EniId)
            return "eni-bp1k3x9w2m5q7r4t8".Length;
        return field.Kind switch
        {
            FieldKind.Address => "255.255.255.255".Length,
            FieldKind.Number => "65535".Length,
            _ => 0,
        };
    }
}
