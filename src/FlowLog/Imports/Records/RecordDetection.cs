using System.Text;
using System.Text.Json;

namespace FlowLog.Imports.Records;

/// <summary>Tells texts of records from other files by their first line.</summary>
internal static class RecordDetection
{
    private const int LeastNfdumpFields = 12;

    public static RecordFormat Of(ReadOnlySpan<byte> head)
    {
        head = FormatDetection.Plain(head);
        var end = head.IndexOf((byte)'\n');
        var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
        if (line is [(byte)'{', ..])
            return IsRecord(line) ? RecordFormat.Ndjson : RecordFormat.None;
        var names = new SeparatedLines((byte)',', null, RecordHeader.Of).Names(line);
        if (IsNfdump(names))
            return RecordFormat.Nfdump;
        if (RecordHeader.IsComplete(RecordHeader.Of(names)))
            return RecordFormat.Csv;
        return AwsHeader.Read(line) is not null || AwsHeader.IsDefaultLine(line) ? RecordFormat.AwsFlowLog : RecordFormat.None;
    }

    /// <summary>Whether a line of nfdump's CSV is its line of names: <c>-q</c> leaves it out.</summary>
    public static bool IsNfdumpHeader(IReadOnlyList<string> names) => RecordHeader.IsComplete(RecordHeader.OfNfdump(names));

    private static bool IsNfdump(List<string> names) => IsNfdumpHeader(names)
        || (names.Count >= LeastNfdumpFields && names[0].Contains('-', StringComparison.Ordinal) && IsTime(names[0]) && IsTime(names[1]));

    private static bool IsTime(string text) => new TimeText().TryParse(Encoding.UTF8.GetBytes(text), out _);

    private static bool IsRecord(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var columns = new List<RecordColumn>();
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                columns.Add(RecordHeader.Of(Encoding.UTF8.GetString(json.ValueSpan)));
                json.Skip();
            }

            return RecordHeader.IsComplete(columns);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
