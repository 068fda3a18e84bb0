using FlowLog.Flows;

namespace FlowLog.Query.Search;

/// <summary>How a field's numbers may be written.</summary>
/// <param name="Code">The problem of one that cannot be read.</param>
/// <param name="Expected">For messages.</param>
/// <param name="Most">The largest that a record can have.</param>
/// <param name="Names">What numbers are called, to name near ones.</param>
/// <param name="Find">The number of what is not digits; null if it is none.</param>
internal sealed record NumberForm(string Code, string Expected, long Most, IReadOnlyCollection<string> Names, Func<string, decimal?> Find)
{
    private static readonly NumberForm Whole = new(SearchCodes.NumberExpected, "a whole number", long.MaxValue, [], _ => null);

    private static readonly NumberForm Byte = Whole with { Expected = "a number from 0 to 255", Most = byte.MaxValue };

    private static readonly NumberForm Amount = Whole with
    {
        Expected = "a number, which may have a suffix such as k, M, G or KiB, MiB, GiB",
        Find = NumberText.Amount,
    };

    private static readonly NumberForm Time = Whole with
    {
        Code = SearchCodes.TimeExpected,
        Expected = "Unix seconds or a time such as \"2026-01-01T00:00:00Z\"",
        Find = NumberText.Time,
    };

    private static readonly NumberForm Port = new(
        SearchCodes.UnknownName, "a port from 0 to 65535 or a service such as https", ushort.MaxValue, PortNames.All.Keys, name => PortNames.Find(name));

    private static readonly NumberForm Protocol = new(
        SearchCodes.UnknownName, "a protocol number from 0 to 255 or a name such as tcp", byte.MaxValue, [.. ProtocolNames.All], name => ProtocolNames.Find(name));

    private static readonly Dictionary<FlowField, NumberForm> OfFields = new()
    {
        [FlowFields.SourcePort] = Port,
        [FlowFields.DestinationPort] = Port,
        [FlowFields.Protocol] = Protocol,
        [FlowFields.Packets] = Amount,
        [FlowFields.Bytes] = Amount,
        [FlowFields.BytesError] = Amount,
        [FlowFields.Start] = Time,
        [FlowFields.End] = Time,
        [FlowFields.TcpFlags] = Byte with { Expected = "flags such as syn or syn+ack, or a number from 0 to 255" },
        [FlowFields.TrafficPath] = Byte,
    };

    /// <param name="field">Of kind number.</param>
    public static NumberForm Of(FlowField field) => OfFields.GetValueOrDefault(field, Whole);

    /// <summary>The number that a text says; null if it says none.</summary>
    public decimal? Read(string text) => NumberText.Plain(text) ?? Find(text);

    /// <summary>Names near to one that is not known, as the rest of a sentence.</summary>
    public string Nearest(string text) => Names.Count == 0 ? "" : "; " + NearestNames.Of(text, Names);
}
