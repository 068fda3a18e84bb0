using System.Text.Json;

namespace FlowLogFunctions.Hosting;

/// <summary>
/// Takes the properties of a JSON object one by one and collects every problem on the way: missing, null, of the wrong type, against
/// a rule, or not known. A value with a problem reads as its type's default, so that the use case can read on.
/// </summary>
internal sealed class BodyReader
{
    /// <summary>More problems are not listed: who made them has enough to do.</summary>
    public const int MostProblems = 100;

    /// <summary>Control characters of texts that may have several lines.</summary>
    private const string OfLines = "\r\n\t";

    private readonly JsonElement _object;
    private readonly string _path;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<FieldProblem> _problems;

    public BodyReader(JsonElement element)
        : this(element, "", [])
    {
    }

    private BodyReader(JsonElement element, string path, List<FieldProblem> problems) =>
        (_object, _path, _problems) = (element, path, problems);

    /// <summary>True if the object has properties.</summary>
    public bool HasAny => _object.EnumerateObject().Any();

    /// <summary>True if the property is there, even as null.</summary>
    public bool Has(string name) => _object.TryGetProperty(name, out _);

    /// <summary>A text; null if it is not there and not required.</summary>
    /// <param name="rule">Says what is wrong with a text, or null if nothing is.</param>
    public string? Text(string name, bool required = false, Func<string, string?>? rule = null)
    {
        if (!Take(name, required, JsonValueKind.String, "a text", out var value))
            return null;
        if (!TryText(value, out var text))
            return Wrong<string>(name, "Malformed", "holds a lone surrogate or a control character; write plain Unicode text.");
        if (required && rule is null && text.Length == 0)
            return Wrong<string>(name, "MissingParameter", "is empty; it must be a text.");
        return rule?.Invoke(text) is { } complaint ? Wrong<string>(name, "Malformed", complaint) : text;
    }

    /// <summary>A text that may have several lines: line breaks and tabs are no control characters here.</summary>
    public string? Lines(string name, Func<string, string?>? rule = null)
    {
        if (!Take(name, required: false, JsonValueKind.String, "a text", out var value))
            return null;
        if (!TryText(value, out var text, OfLines))
            return Wrong<string>(name, "Malformed", "holds a lone surrogate or a control character; write plain Unicode text.");
        return rule?.Invoke(text) is { } complaint ? Wrong<string>(name, "Malformed", complaint) : text;
    }

    /// <summary>A text of which the use case itself says what is wrong with it, control characters included; required.</summary>
    public string? AnyText(string name)
    {
        if (!Take(name, required: true, JsonValueKind.String, "a text", out var value))
            return null;
        return TryText(value, out var text) || text.Length > 0 ? text : Wrong<string>(name, "Malformed", "holds a lone surrogate; write plain Unicode text.");
    }

    /// <summary>Where a text has a control character that <see cref="Lines"/> does not take; null if it has none.</summary>
    public static int? ControlCharacterIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && !OfLines.Contains(text[at], StringComparison.Ordinal))
                return at;
        }

        return null;
    }

    /// <summary>A time as a text or a number; see <see cref="RequestTime"/>.</summary>
    public DateTimeOffset? Time(string name)
    {
        var isNumber = _object.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number;
        if (!Take(name, required: false, isNumber ? JsonValueKind.Number : JsonValueKind.String, "a time", out var value))
            return null;
        var text = isNumber ? value.GetRawText() : TryText(value, out var written) ? written : "";
        return RequestTime.Parse(text) ?? Wrong<DateTimeOffset?>(name, "Malformed", RequestTime.Complaint);
    }

    /// <summary>One of an enum's names, in any case.</summary>
    public T? Choice<T>(string name, bool required = false)
        where T : struct, Enum
    {
        return Choice(name, Enum.GetNames<T>(), required) is { } found ? Enum.Parse<T>(found) : null;
    }

    /// <summary>One of these texts, in any case; read as it stands here.</summary>
    public string? Choice(string name, IReadOnlyList<string> among, bool required = false)
    {
        if (Text(name, required) is not { } text)
            return null;
        return among.FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? Wrong<string>(name, "ValueNotSupported", $"is '{Shorten(text)}'; it must be one of {string.Join(", ", among)}.");
    }

    /// <summary>A whole number within bounds, or one of <paramref name="among"/>.</summary>
    public int? Number(string name, int least, int most, IReadOnlyList<int>? among = null, bool required = false)
    {
        if (!Take(name, required, JsonValueKind.Number, "a whole number", out var value))
            return null;
        var range = among is null ? FormattableString.Invariant($"from {least} to {most}") : "one of " + string.Join(", ", among);
        if (!value.TryGetInt32(out var number) || number < least || number > most || among?.Contains(number) == false)
            return Wrong<int?>(name, "ValueNotSupported", $"is {Shorten(value.GetRawText())}; it must be a whole number, {range}.");
        return number;
    }

    public bool? Flag(string name, bool required = false)
    {
        if (_object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True)
            return Take(name, required, JsonValueKind.True, "true or false", out _);
        return Take(name, required, JsonValueKind.False, "true or false", out _) ? false : null;
    }

    /// <summary>A list of texts; null if it is not there and not required.</summary>
    public IReadOnlyList<string>? Texts(string name, int most, bool required = false, Func<string, string?>? rule = null)
    {
        if (!TakeList(name, most, required, out var items))
            return null;
        var texts = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var at = $"{name}[{i}]";
            if (items[i].ValueKind != JsonValueKind.String || !TryText(items[i], out var text))
                Wrong<string>(at, "Malformed", "is no plain text.");
            else if (rule?.Invoke(text) is { } complaint)
                Wrong<string>(at, "Malformed", complaint);
            else
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>One text or a list of at least one; null if something is wrong with it.</summary>
    public IReadOnlyList<string>? OneOrMore(string name, int most, Func<string, string?> rule)
    {
        if (_object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            return Text(name, required: true, rule) is { } one ? [one] : null;
        var texts = Texts(name, most, required: true, rule);
        if (texts is { Count: 0 } && !HasProblemIn(name))
            Problem(name, "TooFew", "has no items; there must be at least one.");
        return HasProblemIn(name) ? null : texts;
    }

    /// <summary>A list of objects, each read by <paramref name="read"/>; null if it is not there and not required.</summary>
    public IReadOnlyList<T>? Objects<T>(string name, int most, Func<BodyReader, T> read, bool required = false)
    {
        if (!TakeList(name, most, required, out var items))
            return null;
        var objects = new List<T>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].ValueKind != JsonValueKind.Object)
            {
                Wrong<T>($"{name}[{i}]", "WrongType", $"is a JSON {items[i].ValueKind}; it must be an object.");
                continue;
            }

            var reader = new BodyReader(items[i], $"{_path}{name}[{i}].", _problems);
            objects.Add(read(reader));
            reader.RefuseUnknown();
        }

        return objects;
    }

    /// <summary>An object in a property, read by <paramref name="read"/>; null if it is not there and not required.</summary>
    public T? Object<T>(string name, Func<BodyReader, T> read, bool required = false)
        where T : class
    {
        if (!Take(name, required, JsonValueKind.Object, "an object", out var value))
            return null;
        var reader = new BodyReader(value, $"{_path}{name}.", _problems);
        var result = read(reader);
        reader.RefuseUnknown();
        return result;
    }

    /// <summary>Notes a problem if a property is there that is known, but not taken here.</summary>
    public void Refuse(string name, string code, string message)
    {
        if (_known.Add(name) && Has(name))
            Problem(name, code, message);
    }

    /// <summary>Notes a problem that only the use case can see.</summary>
    public void Problem(string name, string code, string message) => Problem(new FieldProblem(name, code, message));

    public void Problem(FieldProblem problem)
    {
        if (_problems.Count < MostProblems)
            _problems.Add(problem with { Field = PathOf(problem.Field) });
    }

    /// <summary>True if something is wrong with the property.</summary>
    public bool HasProblem(string name) => _problems.Exists(problem => problem.Field == PathOf(name));

    /// <summary>True if something is wrong with the property or with anything in it.</summary>
    public bool HasProblemIn(string name) =>
        HasProblem(name) || _problems.Exists(problem => problem.Field.StartsWith(PathOf(name) + "[", StringComparison.Ordinal));

    /// <summary>Where the property stands in the whole body, as problems name it.</summary>
    public string PathOf(string name) => _path + name;

    /// <summary>True, with all problems, if there are any. Call it when every known property has been taken.</summary>
    public bool IsInvalid(out Refusal refusal)
    {
        RefuseUnknown();
        refusal = Refusal.Invalid(_problems);
        return _problems.Count > 0;
    }

    private void RefuseUnknown()
    {
        foreach (var name in _object.EnumerateObject().Select(NameOf).Where(name => !_known.Contains(name)).Take(MostProblems))
            Problem(Shorten(name), "UnknownProperty", $"is not known here; known are {string.Join(", ", _known.Order())}.");
    }

    private bool Take(string name, bool required, JsonValueKind kind, string expected, out JsonElement value)
    {
        _known.Add(name);
        if (!_object.TryGetProperty(name, out value))
        {
            if (required)
                Problem(name, "MissingParameter", $"is missing; it must be {expected}.");
            return false;
        }

        if (value.ValueKind == kind)
            return true;
        Problem(name, "WrongType", $"is a JSON {value.ValueKind}; it must be {expected}.");
        return false;
    }

    private bool TakeList(string name, int most, bool required, out IReadOnlyList<JsonElement> items)
    {
        items = [];
        if (!Take(name, required, JsonValueKind.Array, "a list", out var list))
            return false;
        if (list.GetArrayLength() > most)
            return Wrong<bool>(name, "TooMany", $"has {list.GetArrayLength()} items; at most {most} are allowed.");
        items = [.. list.EnumerateArray()];
        return true;
    }

    private T? Wrong<T>(string name, string code, string message)
    {
        Problem(name, code, message);
        return default;
    }

    private static bool TryText(JsonElement value, out string text, string allowed = "")
    {
        try
        {
            text = value.GetString()!;
            return !text.Any(letter => char.IsControl(letter) && !allowed.Contains(letter, StringComparison.Ordinal));
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
