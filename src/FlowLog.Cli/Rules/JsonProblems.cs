using System.Text.Json;

namespace FlowLog.Cli.Rules;

/// <summary>Reads JSON and notes everything that is wrong with it, each with its place, so that all is said at once.</summary>
internal sealed class JsonProblems
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public void Add(string place, string message) => _all.Add($"{place}: {message}");

    /// <summary>The text of a property; null if it is not there or null.</summary>
    /// <param name="rule">What is wrong with a text, or null.</param>
    public string? Text(JsonElement owner, string place, string name, Func<string, string?>? rule = null, bool required = false)
    {
        if (!Find(owner, name, out var value))
        {
            if (required)
                Add($"{place}.{name}", "is missing.");
            return null;
        }

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Add($"{place}.{name}", "must be a text.");
            return null;
        }

        var text = value.ToString();
        if (rule?.Invoke(text) is not { } complaint)
            return text;
        Add($"{place}.{name}", $"{complaint} It is {text}.");
        return null;
    }

    public int? Number(JsonElement owner, string place, string name)
    {
        if (!Find(owner, name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        Add($"{place}.{name}", "must be a whole number.");
        return null;
    }

    /// <summary>One of an enum's names, in any case.</summary>
    public T Choice<T>(JsonElement owner, string place, string name, T otherwise, bool required = false)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(one => one.ToLowerInvariant()).ToList();
        var text = Text(
            owner, place, name, text => names.Contains(text.ToLowerInvariant()) ? null : $"must be {string.Join(" or ", names)}.", required);
        return text is null ? otherwise : Enum.Parse<T>(text, ignoreCase: true);
    }

    /// <summary>The elements of a list with their places; none if it is not there.</summary>
    public IEnumerable<(JsonElement Element, string Place)> List(JsonElement owner, string place, string name)
    {
        if (!Find(owner, name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((element, i) => (element, $"{place}.{name}[{i}]")).ToList();
        Add($"{place}.{name}", "must be a list.");
        return [];
    }

    /// <summary>The texts of a list for which a rule finds nothing wrong.</summary>
    public IReadOnlyList<string> Texts(JsonElement owner, string place, string name, Func<string, string?> rule)
    {
        var texts = new List<string>();
        foreach (var (element, at) in List(owner, place, name))
        {
            var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
            if (rule(text) is { } complaint)
                Add(at, complaint);
            else
                texts.Add(text);
        }

        return texts;
    }

    private static bool Find(JsonElement owner, string name, out JsonElement value)
    {
        value = default;
        return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
