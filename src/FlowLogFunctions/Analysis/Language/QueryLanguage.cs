using FlowLog.Flows;
using FlowLog.Query;
using FlowLog.Query.Search;
using FlowLog.Sql.Functions;

namespace FlowLogFunctions.Analysis.Language;

/// <summary>The query language as the tables of fields and functions have it, which search and SQL themselves ask.</summary>
internal static class QueryLanguage
{
    private static readonly IReadOnlyList<string> Ports =
        [.. PortNames.All.OrderBy(port => port.Value).ThenBy(port => port.Key, StringComparer.Ordinal).Select(port => port.Key)];

    public static readonly LanguageAnswer Answer = new(
        [.. FlowFields.All.Select(Of), .. SearchKeys.All.Select(Of)],
        [.. QueryKeywords.Search, .. QueryKeywords.Sql],
        [.. SqlFunctions.ByTheme.SelectMany(theme => theme.Functions).Select(Of)]);

    private static LanguageField Of(FlowField field) =>
        new(field.Name, field.SqlName, TypeOf(field), field.Meaning, field.OfTraffic, ValuesOf(field));

    private static LanguageField Of(SearchKey key) =>
        new(key.Name, key.IsColumn ? key.Name : null, TypeOf(key.Fields[0]), string.Join(" or ", key.Fields) + ".", key.Fields[0].OfTraffic, ValuesOf(key.Fields[0]));

    private static LanguageFunction Of(SqlFunction function) =>
        new(function.Name, KindOf(function), $"{function.Name}({function.Arguments})", function.Meaning);

    private static string KindOf(SqlFunction function) => function switch
    {
        { IsAggregate: true } => "aggregate",
        { IsWindow: true } => "window",
        _ => "scalar",
    };

    private static string TypeOf(FlowField field) => field.Kind switch
    {
        FieldKind.Text => "text",
        FieldKind.Address => "address",
        FieldKind.Name => "name",
        _ => "number",
    };

    /// <summary>What a search takes for the field beside numbers.</summary>
    private static IReadOnlyList<string>? ValuesOf(FlowField field)
    {
        if (field.Kind == FieldKind.Name)
            return [.. field.Names.Where(name => !FlowField.IsNone(name))];
        if (field == FlowFields.Protocol)
            return [.. ProtocolNames.All.Select(name => name.ToLowerInvariant())];
        if (field == FlowFields.TcpFlags)
            return TcpFlagNames.All;
        return field == FlowFields.SourcePort || field == FlowFields.DestinationPort ? Ports : null;
    }
}
