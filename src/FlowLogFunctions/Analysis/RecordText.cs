using System.Globalization;
using System.Text.Json;
using FlowLog.Flows;

namespace FlowLogFunctions.Analysis;

/// <summary>A record's fields as people and programs read them. What does not apply to a record shows <c>-</c>, as at Alibaba Cloud.</summary>
internal static class RecordText
{
    private const string NotApplicable = "-";

    /// <summary>A JSON object: numbers as numbers, the rest as texts.</summary>
    public static void Write(Utf8JsonWriter writer, FlowColumns rows, int row)
    {
        writer.WriteStartObject();
        foreach (var field in FlowFields.All)
        {
            if (field.Kind == FieldKind.Number && Applies(field, rows, row))
                writer.WriteNumber(field.Name, rows.Numbers(field)[row]);
            else
                writer.WriteString(field.Name, Of(field, rows, row));
        }

        writer.WriteEndObject();
    }

    public static string Of(FlowField field, FlowColumns rows, int row)
    {
        if (!Applies(field, rows, row))
            return NotApplicable;
        return field.Kind switch
        {
            FieldKind.Number => rows.Numbers(field)[row].ToString(CultureInfo.InvariantCulture),
            FieldKind.Name => NameOf(field, rows.Numbers(field)[row]),
            FieldKind.Address => rows.Addresses(field)[row].ToString(),
            _ => rows.Texts(field)[row] is { Length: > 0 } text ? text : NotApplicable,
        };
    }

    private static bool Applies(FlowField field, FlowColumns rows, int row) =>
        !field.OfTraffic || (LogStatus)rows.Numbers(FlowFields.Status)[row] == LogStatus.Ok;

    private static string NameOf(FlowField field, long number) => number < field.Names.Count ? field.Names[(int)number] : NotApplicable;
}
