using System.Globalization;
using FlowLog.Printing;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Analysis.Tail;

/// <summary>Server-sent events as they are written (HTML Living Standard, 9.2): a record is an event, and its id a place to resume at.</summary>
internal sealed class TailText
{
    /// <summary>Milliseconds after which a caller connects again.</summary>
    private const int Retry = 1000;

    private readonly Utf8Text _text = new();

    public ReadOnlyMemory<byte> Bytes => _text.Bytes;

    public void Clear() => _text.Clear();

    public void Open(TailCursor place) => _text.Add("retry: ").Add(Retry).Letter((byte)'\n').Add(Id(place)).Add(": open\n\n"u8);

    public void Record(RecordLines lines, int row, TailCursor place)
    {
        _text.Add("event: record\n"u8).Add(Id(place)).Add("data: "u8);
        lines.Write(_text, row);
        _text.Add("\n\n"u8);
    }

    /// <summary>A comment. Its id counts: what comes after a quiet time is resumed from here.</summary>
    public void HeartBeat(TailCursor place) => _text.Add(Id(place)).Add(": heart-beat\n\n"u8);

    /// <summary>Says that records which were stored meanwhile are not shown.</summary>
    public void Gap(DateTimeOffset from, DateTimeOffset to) =>
        _text.Add("event: gap\ndata: {\"from\":\""u8).Add(Time(from)).Add("\",\"to\":\""u8).Add(Time(to)).Add("\"}\n\n"u8);

    public void End(TailCursor place, long records) =>
        _text.Add("event: end\n"u8).Add(Id(place)).Add("data: {\"records\":"u8).Add(records).Add("}\n\n"u8);

    private static string Id(TailCursor place) => $"id: {PageRequest.Seal(place.ToString())}\n";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
