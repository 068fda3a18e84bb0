namespace FlowLogFunctions.Hosting;

/// <summary>A resource and the version that it had when it was read.</summary>
/// <param name="ETag">Storage's own, in quotes, as HTTP writes it.</param>
internal sealed record Versioned<T>(T Value, string ETag)
{
    public Versioned<TOther> Select<TOther>(Func<T, TOther> map) => new(map(Value), ETag);
}
