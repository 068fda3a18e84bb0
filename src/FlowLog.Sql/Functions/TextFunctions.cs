using System.Text;

namespace FlowLog.Sql.Functions;

/// <summary>Functions of texts. Places are counted in characters from 1 on.</summary>
internal static class TextFunctions
{
    public static readonly IReadOnlyList<SqlFunction> All =
    [
        Of("concat", "x, y, …", "The texts one after the other.", "concat('10', '.', 0)", "10.0", Concat),
        new("concat_ws", "separator, x, …", "The same with a separator; what is no value is left out.", "concat_ws('/', 'tcp', NULL, 443)", "tcp/443") { TakesNull = true },
        new("length", "x", "Characters.", "length('eth0')", "4"),
        new("lower", "x", "ASCII letters in lower case.", "lower('ACCEPT')", "accept"),
        new("upper", "x", "ASCII letters in upper case.", "upper('tcp')", "TCP"),
        new("trim", "x[, characters]", "Without blanks, or some characters, at both ends.", "trim('  a ')", "a"),
        new("ltrim", "x[, characters]", "The same at the start.", "ltrim('007', '0')", "7"),
        new("rtrim", "x[, characters]", "The same at the end.", "rtrim('1.500', '0')", "1.5"),
        new("replace", "x, from, to", "With every occurrence replaced.", "replace('10.0.0.1', '.', '-')", "10-0-0-1"),
        new("substr", "x, start[, length]", "A part; from the end if start is negative.", "substr('eni-abc', 5)", "abc"),
        new("substring", "x, start[, length]", "The same as substr.", "substring('eni-abc', 1, 3)", "eni"),
        new("instr", "x, part", "Where the part first stands; 0 if nowhere.", "instr('eni-abc', '-')", "4"),
        Of("strpos", "x, part", "The same as instr.", "strpos('eni-abc', 'b')", "6", Position),
        Of("split_part", "x, separator, n", "The n-th of the parts between separators; no value if there are fewer.", "split_part('10.1.2.3', '.', 2)", "1", SplitPart),
        Of("starts_with", "x, start", "1 if it begins so, else 0.", "starts_with('eni-abc', 'eni')", "1", call => call.Result.Set(call[0].Utf8.StartsWith(call[1].Utf8) ? 1 : 0)),
        Of("ends_with", "x, end", "1 if it ends so, else 0.", "ends_with('eni-abc', 'x')", "0", call => call.Result.Set(call[0].Utf8.EndsWith(call[1].Utf8) ? 1 : 0)),
        Of("lpad", "x, length, filler", "Brought to a length, filled or cut at the start.", "lpad('7', 3, '0')", "007", call => Pad(call, atStart: true)),
        Of("rpad", "x, length, filler", "The same at the end.", "rpad('ab', 4, '.')", "ab..", call => Pad(call, atStart: false)),
        Of("reverse", "x", "From the end to the start.", "reverse('abc')", "cba", Reverse),
        new("char", "code, …", "The characters of these code points.", "char(65, 66)", "AB"),
        new("unicode", "x", "The code point of the first character.", "unicode('A')", "65"),
        new("format", "pattern, x, …", "As C's printf: %d, %s, %.2f.", "format('%.1f %%', 12.345)", "12.3 %") { TakesNull = true },
    ];

    private static SqlFunction Of(string name, string arguments, string meaning, string example, string result, ScalarBody body) =>
        new(name, arguments, meaning, example, result) { Body = body };

    private static void Concat(FunctionCall call)
    {
        var text = new List<byte>();
        for (var i = 0; i < call.Count; i++)
        {
            var part = call[i].Utf8;
            if (text.Count + part.Length > call.Memory.TextBytes)
                throw new TextTooLongException();
            text.AddRange(part);
        }

        call.Result.Set(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text));
    }

    private static void Position(FunctionCall call)
    {
        var text = call[0].Utf8;
        var place = text.IndexOf(call[1].Utf8);
        call.Result.Set(place < 0 ? 0 : Encoding.UTF8.GetString(text[..place]).EnumerateRunes().Count() + 1);
    }

    private static void SplitPart(FunctionCall call)
    {
        var number = call.Integer(2);
        var text = call[0].Utf8;
        var separator = call[1].Utf8;
        if (number < 1 || separator.IsEmpty)
            throw new InvalidValueException("the parts are counted from 1 on, and a separator has a character at least");
        for (; number > 1; number--)
        {
            var end = text.IndexOf(separator);
            if (end < 0)
            {
                call.Result.SetNull();
                return;
            }

            text = text[(end + separator.Length)..];
        }

        var rest = text.IndexOf(separator);
        call.Result.Set(rest < 0 ? text : text[..rest]);
    }

    private static void Pad(FunctionCall call, bool atStart)
    {
        Rune[] text = [.. call.Text(0).EnumerateRunes()];
        Rune[] filler = [.. call.Text(2).EnumerateRunes()];
        var length = call.Integer(1);
        if (length < 0 || filler.Length == 0)
            throw new InvalidValueException("a length is 0 at least, and a filler has a character at least");
        if (length > call.Memory.TextBytes)
            throw new TextTooLongException();
        var padded = new StringBuilder();
        var fill = Enumerable.Range(0, Math.Max(0, (int)length - text.Length)).Select(i => filler[i % filler.Length]);
        foreach (var rune in atStart ? fill.Concat(text) : text.Concat(fill))
        {
            if (length-- > 0)
                padded.Append(rune);
        }

        call.Result.Set(padded.ToString());
    }

    private static void Reverse(FunctionCall call)
    {
        var text = new StringBuilder();
        foreach (var rune in call.Text(0).EnumerateRunes().Reverse())
            text.Append(rune);
        call.Result.Set(text.ToString());
    }
}
