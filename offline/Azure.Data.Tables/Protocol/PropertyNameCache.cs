using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Strings of property names. Entities of one answer mostly repeat names in the same order, so each is made once.</summary>
internal sealed class PropertyNameCache
{
    private readonly List<Name> _names = [];

    /// <summary>The name at the reader, which is the n-th of its entity.</summary>
    public Name Read(ref Utf8JsonReader reader, int ordinal)
    {
        if (ordinal < _names.Count && reader.ValueTextEquals(_names[ordinal].Text)) return _names[ordinal];
        var name = Name.Of(reader.GetString()!);
        if (ordinal < _names.Count) _names[ordinal] = name;
        else _names.Add(name);
        return name;
    }

    /// <summary>A name, and the property that it annotates if it is a type's annotation.</summary>
    public readonly record struct Name(string Text, string? Annotates)
    {
        public static Name Of(string text) =>
            new(text, text.EndsWith(EdmType.Annotation, StringComparison.Ordinal) ? text[..^EdmType.Annotation.Length] : null);
    }
}
