using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>A row that was read: its key, its value, and the version to guard a change with.</summary>
internal sealed record Stored<T>(string Row, T Value, string ETag)
{
    public Versioned<T> Versioned => new(Value, ETag);
}
