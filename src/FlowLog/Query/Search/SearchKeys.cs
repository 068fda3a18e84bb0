using FlowLog.Flows;

namespace FlowLog.Query.Search;

/// <summary>The keys of searches beside the names of fields.</summary>
public static class SearchKeys
{
    /// <summary>Either address, either port, and Log Service's name of a record's time.</summary>
    public static readonly IReadOnlyList<SearchKey> All =
    [
        new("host", [FlowFields.Source, FlowFields.Destination]),
        new("port", [FlowFields.SourcePort, FlowFields.DestinationPort]),
        new("__time__", [FlowFields.Start], IsColumn: true),
    ];

    /// <summary>The key of a name in lower case; null if there is none.</summary>
    public static SearchKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);
}
