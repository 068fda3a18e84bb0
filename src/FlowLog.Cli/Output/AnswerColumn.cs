using System.Text.Json;

namespace FlowLog.Cli.Output;

/// <summary>A column of a list that the API answers.</summary>
/// <param name="Path">A property, or with a dot between one of a property's; also the column's name.</param>
/// <param name="IsNumber">Stands to the right.</param>
internal sealed record AnswerColumn(string Path, bool IsNumber = false)
{
    /// <summary>Empty if the object does not have it.</summary>
    public string Of(JsonElement item)
    {
        foreach (var name in Path.Split('.'))
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out item))
                return "";
        }

        return Text(item);
    }

    /// <summary>Tags as <c>key:value</c>, as the API takes them; other lists with commas.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.Object when value.TryGetProperty("key", out var key) && value.TryGetProperty("value", out var text) => $"{Text(key)}:{Text(text)}",
        _ => value.GetRawText(),
    };
}
