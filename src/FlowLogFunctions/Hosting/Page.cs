namespace FlowLogFunctions.Hosting;

/// <summary>One page of a list, and where the next one begins; null after the last.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Cursor);
}
