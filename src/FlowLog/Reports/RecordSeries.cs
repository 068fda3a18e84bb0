using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>The time series of records.</summary>
internal static class RecordSeries
{
    private const int SecondsPerMinute = 60;
    private const int KindBits = 24;

    public static void Add(Aggregate aggregate, FlowColumns rows)
    {
        using var codes = new RowCodes(rows.Count);
        Number(codes, rows);
        var sums = new TrafficSum[codes.Count];
        var packets = rows.Numbers(FlowFields.Packets);
        var bytes = rows.Numbers(FlowFields.Bytes);
        var numbers = codes.Codes;
        for (var row = 0; row < rows.Count; row++)
            sums[numbers[row]].Add(packets[row], bytes[row]);
        for (var code = 0; code < sums.Length; code++)
            aggregate.Add(KeyOf(codes[code]), sums[code].Value);
        AddVariances(aggregate, codes, rows);
    }

    private static void Number(RowCodes codes, FlowColumns rows)
    {
        var starts = rows.Numbers(FlowFields.Start);
        var statuses = rows.Numbers(FlowFields.Status);
        var actions = rows.Numbers(FlowFields.Action);
        var directions = rows.Numbers(FlowFields.Direction);
        var protocols = rows.Numbers(FlowFields.Protocol);
        for (var row = 0; row < rows.Count; row++)
        {
            var minute = CaptureWindow.Floor(starts[row], SecondsPerMinute) / SecondsPerMinute;
            var key = new SeriesKey(minute, (LogStatus)statuses[row], (FlowAction)actions[row], (Direction)directions[row], (byte)protocols[row]);
            codes.Add(row, ((ulong)minute << KindBits) | (uint)key.Kind);
        }
    }

    private static void AddVariances(Aggregate aggregate, RowCodes codes, FlowColumns rows)
    {
        var rates = rows.Numbers(FlowFields.SamplingRate);
        var errors = rows.Numbers(FlowFields.BytesError);
        var packets = rows.Numbers(FlowFields.Packets);
        for (var row = 0; row < rows.Count; row++)
        {
            // Each packet that was looked at stands for rate of them: n * rate * (rate - 1) is the variance of n * rate.
            if (rates[row] > 1 && packets[row] > 0)
                aggregate.Add(KeyOf(codes[codes.Codes[row]]), new Variance(packets[row] * (rates[row] - 1.0), (double)errors[row] * errors[row]));
        }
    }

    /// <summary>Minutes are of 40 bits with their sign, two hundred thousand times as long as there are records.</summary>
    private static SeriesKey KeyOf(ulong code) => SeriesKey.Of((long)code >> KindBits, (int)(code & ((1 << KindBits) - 1)));
}
