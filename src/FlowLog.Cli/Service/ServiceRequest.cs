namespace FlowLog.Cli.Service;

/// <summary>A request to the API.</summary>
/// <param name="Path">Below <c>api/</c>, its parts escaped.</param>
internal sealed record ServiceRequest(HttpMethod Method, string Path)
{
    /// <summary>Those without a value are left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters { get; init; } = [];

    /// <summary>JSON; none if empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The version to change; any if null.</summary>
    public string? IfMatch { get; init; }

    public string Accept { get; init; } = "application/json";

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ServiceRequest Get(string path, params IReadOnlyList<(string Name, string? Value)> parameters) =>
        new(HttpMethod.Get, path) { Parameters = parameters };

    public static ServiceRequest Post(string path, ReadOnlyMemory<byte> body = default) => new(HttpMethod.Post, path) { Body = body };
}
