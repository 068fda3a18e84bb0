using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>The value at a share of the rows: of all values at first, and then of a digest of them.</summary>
internal sealed class Percentile : Aggregate
{
    /// <summary>Values up to which the answer is one of them.</summary>
    public const int MostExact = 4_096;

    private readonly List<double> _values = [];
    private Digest? _digest;
    private double _share;
    private bool _isWhole = true;

    public override void Add(FunctionCall call)
    {
        _share = call.Real(1) is >= 0 and <= 1 and var share ? share : throw new InvalidValueException($"a share is 0 to 1, not {call.Shown(1)}");
        _isWhole &= call[0].Type == SqliteCodes.Integer;
        _values.Add(call.Real(0));
        if (_values.Count <= MostExact)
            return;
        _digest ??= new();
        _digest.Add(_values);
        _values.Clear();
    }

    public override void End(SqliteResult result)
    {
        if (_values.Count == 0 && _digest is null)
        {
            result.SetNull();
            return;
        }

        var value = Value();
        if (_isWhole && value is >= long.MinValue and < 9223372036854775808.0)
            result.Set((long)Math.Round(value));
        else
            result.Set(value);
    }

    private double Value()
    {
        if (_digest is not null)
        {
            _digest.Add(_values);
            return _digest.ValueAt(_share);
        }

        _values.Sort();
        return _values[Math.Max(0, (int)Math.Ceiling(_share * _values.Count) - 1)];
    }
}
