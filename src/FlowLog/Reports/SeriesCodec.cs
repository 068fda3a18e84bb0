using FlowLog.Chunks;

namespace FlowLog.Reports;

/// <summary>Series as bytes: the number of points, then each in the order of time.</summary>
internal static class SeriesCodec
{
    private const int MaxPoints = 1 << 20;
    private const int MaxKind = 1 << 24;

    public static void Write(ByteWriter writer, Dictionary<SeriesKey, Traffic> series)
    {
        writer.Varint((ulong)series.Count);
        var previous = 0L;
        foreach (var (key, traffic) in series.OrderBy(point => point.Key))
        {
            writer.Signed(key.Minute - previous);
            writer.Varint((ulong)key.Kind);
            TopListCodec.Write(writer, traffic);
            previous = key.Minute;
        }
    }

    public static Dictionary<SeriesKey, Traffic> Read(ref ByteReader reader)
    {
        var series = new Dictionary<SeriesKey, Traffic>();
        var count = reader.Count(MaxPoints, "points");
        for (var (i, minute) = (0, 0L); i < count; i++)
        {
            minute += reader.Signed();
            var key = SeriesKey.Of(minute, reader.Count(MaxKind, "kinds"));
            series[key] = TopListCodec.ReadTraffic(ref reader);
        }

        return series;
    }

    public static void Write(ByteWriter writer, Dictionary<SeriesKey, Variance> variances)
    {
        writer.Varint((ulong)variances.Count);
        foreach (var (key, variance) in variances.OrderBy(point => point.Key))
        {
            writer.Signed(key.Minute);
            writer.Varint((ulong)key.Kind);
            writer.Varint(BitConverter.DoubleToUInt64Bits(variance.Packets));
            writer.Varint(BitConverter.DoubleToUInt64Bits(variance.Bytes));
        }
    }

    public static Dictionary<SeriesKey, Variance> ReadVariances(ref ByteReader reader)
    {
        var variances = new Dictionary<SeriesKey, Variance>();
        var count = reader.Count(MaxPoints, "points");
        for (var i = 0; i < count; i++)
        {
            var key = SeriesKey.Of(reader.Signed(), reader.Count(MaxKind, "kinds"));
            variances[key] = new(BitConverter.UInt64BitsToDouble(reader.Varint()), BitConverter.UInt64BitsToDouble(reader.Varint()));
        }

        return variances;
    }
}
