namespace Azure.Data.Tables.Protocol;

/// <summary>Types whose properties have not been read yet. Mostly there is one, for the property that comes next.</summary>
internal struct PendingTypes
{
    private (string Name, string Type)? _next;
    private Dictionary<string, string>? _more;

    public void Add(string name, string type)
    {
        if (_next is null) _next = (name, type);
        else (_more ??= [])[name] = type;
    }

    /// <summary>The type announced for a property; null if none was.</summary>
    public string? Take(string name)
    {
        if (_next is { } next && next.Name == name)
        {
            _next = null;
            return next.Type;
        }

        return _more is not null && _more.Remove(name, out var type) ? type : null;
    }
}
