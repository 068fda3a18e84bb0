namespace FlowLog.Imports;

/// <summary>An object or array that is open.</summary>
internal struct JsonFrame
{
    public bool IsObject;

    /// <summary>The key that it is the value of, its own or its array's.</summary>
    public JsonKey Name;

    /// <summary>In an object: the key whose value comes next.</summary>
    public JsonKey Key;

    /// <summary>In an object: a key has been read and its value has not.</summary>
    public bool WantsValue;

    /// <summary>What is known here of the rule, from this object or one around it.</summary>
    public string? Rule;

    public string? Mac;

    /// <summary>Whether the rest of this object has been searched for keys that stand behind their tuples.</summary>
    public bool Searched;
}
