using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>Parameters of a list's query that its items must equal; of an item with several values one must.</summary>
internal sealed class InventoryFilters<T>(params (string Parameter, Func<T, IEnumerable<string?>> Values)[] filters)
{
    public Func<T, bool> Read(QueryReader query)
    {
        var asked = new List<(string Text, Func<T, IEnumerable<string?>> Values)>();
        foreach (var (parameter, values) in filters)
            if (query.Text(parameter) is { } text)
                asked.Add((text, values));
        return item => asked.TrueForAll(filter => filter.Values(item).Contains(filter.Text, StringComparer.Ordinal));
    }
}
