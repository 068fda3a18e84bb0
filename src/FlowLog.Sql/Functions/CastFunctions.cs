using System.Globalization;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>What CAST and TRY_CAST are translated to: a text that is no number is an error, or no value, but never 0.</summary>
internal static class CastFunctions
{
    public static readonly IReadOnlyList<SqlFunction> All =
    [
        .. Both("bigint", "x", TryInteger),
        .. Both("double", "x", TryReal),
        .. Both("boolean", "x", TryTruth),
        .. Both("varchar", "x[, length]", TryText),
        .. Both("timestamp", "x", call => TryTime(call) is { } time ? new Put(result => TimeText.Set(result, time)) : null),
        .. Both("date", "x", call => TryTime(call) is { } time ? new Put(result => result.Set(TimeText.DateOf(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) : null),
    ];

    private delegate void Put(SqliteResult result);

    /// <summary>How the value is put; null if there is none.</summary>
    private delegate Put? Reader(FunctionCall call);

    private static IEnumerable<SqlFunction> Both(string type, string arguments, Reader read)
    {
        yield return new("cast_" + type, arguments, "", "", "")
        {
            Body = call => (read(call) ?? throw new InvalidValueException($"'{call.Shown(0)}' cannot be cast to {type}"))(call.Result),
        };
        yield return new("try_cast_" + type, arguments, "", "", "")
        {
            Body = call =>
            {
                if (read(call) is { } put)
                    put(call.Result);
                else
                    call.Result.SetNull();
            },
        };
    }

    private static Put? TryInteger(FunctionCall call) => call[0].Type switch
    {
        SqliteCodes.Integer => Number(call[0].Integer),
        SqliteCodes.Real when Math.Round(call[0].Real, MidpointRounding.AwayFromZero) is >= long.MinValue and < 9223372036854775808.0 and var real => Number((long)real),
        SqliteCodes.Text when long.TryParse(call.Text(0).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => Number(number),
        _ => null,
    };

    private static Put? TryReal(FunctionCall call)
    {
        if (call[0].Type is SqliteCodes.Integer or SqliteCodes.Real)
            return Real(call[0].Real);
        return double.TryParse(call.Text(0).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? Real(real) : null;
    }

    private static Put? TryTruth(FunctionCall call) => call[0].Type switch
    {
        SqliteCodes.Integer or SqliteCodes.Real => Number(call[0].Real != 0 ? 1 : 0),
        _ => call.Text(0).ToLowerInvariant() switch
        {
            "true" or "t" or "1" => Number(1),
            "false" or "f" or "0" => Number(0),
            _ => null,
        },
    };

    private static Put TryText(FunctionCall call)
    {
        var text = call.Text(0);
        if (call.Count > 1)
            text = string.Concat(text.EnumerateRunes().Take((int)Math.Clamp(call.Integer(1), 0, int.MaxValue)));
        return result => result.Set(text);
    }

    private static long? TryTime(FunctionCall call)
    {
        if (call[0].Type is SqliteCodes.Integer or SqliteCodes.Real)
            return call.Time(0);
        return TimeText.TryRead(call.Text(0), out var time) ? time : null;
    }

    private static Put Number(long number) => result => result.Set(number);

    private static Put Real(double number) => result => result.Set(number);
}
