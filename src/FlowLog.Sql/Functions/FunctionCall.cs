using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>A call of a function: its arguments, and where its value goes.</summary>
internal readonly unsafe ref struct FunctionCall(SqliteResult result, nint* arguments, int count, FunctionMemory memory)
{
    public int Count => count;

    /// <summary>What the function remembers from call to call.</summary>
    public FunctionMemory Memory => memory;

    public SqliteResult Result => result;

    public SqliteValue this[int number] => new(arguments[number]);

    public bool HasNull
    {
        get
        {
            for (var i = 0; i < count; i++)
            {
                if (this[i].IsNull)
                    return true;
            }

            return false;
        }
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidValueException">It is something else.</exception>
    public long Integer(int number) => this[number].Type switch
    {
        SqliteCodes.Integer => this[number].Integer,
        SqliteCodes.Real when this[number].Real is >= long.MinValue and < 9223372036854775808.0 and var real && Math.Floor(real) == real => (long)real,
        _ => throw new InvalidValueException($"'{Shown(number)}' is no whole number"),
    };

    /// <summary>A number.</summary>
    /// <exception cref="InvalidValueException">It is none.</exception>
    public double Real(int number) => this[number].Type is SqliteCodes.Integer or SqliteCodes.Real
        ? this[number].Real
        : throw new InvalidValueException($"'{Shown(number)}' is no number");

    public string Text(int number) => this[number].Text;

    /// <summary>The argument in a message.</summary>
    public string Shown(int number) => this[number].Text is { Length: > 40 } text ? text[..40] + "…" : this[number].Text;
}
