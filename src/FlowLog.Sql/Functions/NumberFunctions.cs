using System.Globalization;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static readonly IReadOnlyList<SqlFunction> All =
    [
        new("abs", "x", "Without its sign.", "abs(-5)", "5"),
        new("sign", "x", "-1, 0 or 1.", "sign(-5)", "-1"),
        new("round", "x[, digits]", "Rounded, half away from zero; a real number.", "round(2.567, 2)", "2.57"),
        new("floor", "x", "The whole number that is not greater.", "floor(2.7)", "2.0"),
        new("ceil", "x", "The whole number that is not less.", "ceil(2.1)", "3.0"),
        new("ceiling", "x", "The same as ceil.", "ceiling(2.1)", "3.0"),
        new("trunc", "x", "Without its fraction.", "trunc(-2.7)", "-2.0"),
        new("mod", "x, y", "What is left of x divided by y; no value if y is 0.", "mod(17, 5)", "2") { Body = Remainder },
        new("power", "x, y", "x to the power of y.", "power(2, 10)", "1024.0"),
        new("pow", "x, y", "The same as power.", "pow(2, 3)", "8.0"),
        new("sqrt", "x", "Square root; no value if x is negative.", "sqrt(144)", "12.0"),
        new("exp", "x", "e to the power of x.", "exp(0)", "1.0"),
        new("ln", "x", "Natural logarithm.", "ln(1)", "0.0"),
        new("log", "base, x", "Logarithm.", "log(2, 8)", "3.0"),
        new("log2", "x", "Logarithm to the base 2.", "log2(1024)", "10.0"),
        new("log10", "x", "Logarithm to the base 10.", "log10(1000)", "3.0"),
        new("pi", "", "The circle's number.", "round(pi(), 4)", "3.1416"),
        new("greatest", "x, …", "The greatest of some.", "greatest(3, 9, 4)", "9") { Body = call => Best(call, 1) },
        new("least", "x, …", "The least of some.", "least(3, 9, 4)", "3") { Body = call => Best(call, -1) },
        new("bitwise_and", "x, y", "Bits of both.", "bitwise_and(18, 2)", "2") { Body = call => call.Result.Set(call.Integer(0) & call.Integer(1)) },
        new("bitwise_or", "x, y", "Bits of either.", "bitwise_or(16, 2)", "18") { Body = call => call.Result.Set(call.Integer(0) | call.Integer(1)) },
        new("bitwise_xor", "x, y", "Bits of one of both.", "bitwise_xor(18, 2)", "16") { Body = call => call.Result.Set(call.Integer(0) ^ call.Integer(1)) },
        new("bitwise_not", "x", "The other bits.", "bitwise_not(0)", "-1") { Body = call => call.Result.Set(~call.Integer(0)) },
        new("to_base", "x, base", "A whole number in digits of a base from 2 to 36.", "to_base(255, 16)", "ff") { Body = ToBase },
        new("from_base", "text, base", "The number of such digits.", "from_base('ff', 16)", "255") { Body = FromBase },
        new("hex", "x", "The bytes of a text, in hexadecimal.", "hex('AZ')", "415A"),
    ];

    private static void Remainder(FunctionCall call)
    {
        if (call[0].Type == SqliteCodes.Integer && call[1].Type == SqliteCodes.Integer)
            Remainder(call, call[0].Integer, call[1].Integer);
        else if (call.Real(1) == 0)
            call.Result.SetNull();
        else
            call.Result.Set(call.Real(0) % call.Real(1));
    }

    private static void Remainder(FunctionCall call, long x, long y)
    {
        if (y == 0)
            call.Result.SetNull();
        else
            call.Result.Set(y == -1 ? 0 : x % y);
    }

    private static void Best(FunctionCall call, int sign)
    {
        var best = call[0].Plain;
        for (var i = 1; i < call.Count; i++)
        {
            var other = call[i].Plain;
            if (PlainOrder.Compare(other, best) * sign > 0)
                best = other;
        }

        call.Result.Set(best);
    }

    private static void ToBase(FunctionCall call)
    {
        var number = new Int128(0, 0) + call.Integer(0);
        var radix = Radix(call);
        Span<char> text = stackalloc char[66];
        var at = text.Length;
        var rest = Int128.Abs(number);
        do
        {
            text[--at] = Digits[(int)(rest % radix)];
            rest /= radix;
        }
        while (rest > 0);
        if (number < 0)
            text[--at] = '-';
        call.Result.Set(new string(text[at..]));
    }

    private static void FromBase(FunctionCall call)
    {
        var (text, radix) = (call.Text(0), Radix(call));
        var isNegative = text.StartsWith('-');
        Int128 number = 0;
        foreach (var c in isNegative ? text[1..] : text)
        {
            var digit = Digits.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            number = (number * radix) + digit;
            if (digit < 0 || digit >= radix || number > (Int128)long.MaxValue + 1)
                throw new InvalidValueException($"'{call.Shown(0)}' is no whole number of base {radix}");
        }

        number = isNegative ? -number : number;
        if (text.Length == (isNegative ? 1 : 0) || number > long.MaxValue)
            throw new InvalidValueException(string.Create(CultureInfo.InvariantCulture, $"'{call.Shown(0)}' is no whole number of base {radix}"));
        call.Result.Set((long)number);
    }

    private static int Radix(FunctionCall call) =>
        call.Integer(1) is >= 2 and <= 36 and var radix ? (int)radix : throw new InvalidValueException($"a base is 2 to 36, not {call.Shown(1)}");
}
