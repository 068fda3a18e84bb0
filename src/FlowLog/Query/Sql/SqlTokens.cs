using System.Globalization;
using System.Text;

namespace FlowLog.Query.Sql;

/// <summary>
/// Takes SQL to pieces, as SQLite and Presto have it. Blanks and comments are left out. Any text can be taken to pieces: what has no
/// meaning becomes a problem, and reading goes on behind it.
/// </summary>
internal sealed class SqlTokens
{
    private static readonly string[] Operators = ["->>", "||", "<>", "!=", "<=", ">=", "==", "<<", ">>", "->"];

    private readonly string _text;
    private readonly List<SqlToken> _tokens = [];
    private readonly List<SqlProblem> _problems = [];
    private int _at;

    private SqlTokens(string text) => _text = text;

    private char Current => Peek(0);

    public static (IReadOnlyList<SqlToken> Tokens, IReadOnlyList<SqlProblem> Problems) Of(string text)
    {
        var tokens = new SqlTokens(text);
        while (tokens._at < text.Length)
            tokens.Read();
        return (tokens._tokens, tokens._problems);
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Read()
    {
        if (Current is ' ' or '\t' or '\r' or '\n' or '\f')
            _at++;
        else if (Current == '-' && Peek(1) == '-')
            _at = IndexOr(_text.IndexOf('\n', _at), _text.Length);
        else if (Current == '/' && Peek(1) == '*')
            Comment();
        else if (Current == '\'')
            Quoted(SqlTokenKind.String, SqlCodes.UnterminatedText, "This text has no closing '.");
        else if (Current is '"' or '`')
            Quoted(SqlTokenKind.QuotedName, SqlCodes.UnterminatedName, $"This name has no closing {Current}.");
        else if (Current is 'x' or 'X' && Peek(1) == '\'')
            Blob();
        else if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1))))
            Number();
        else if (WordLength(_at) is > 0 and var length)
            Add(SqlTokenKind.Word, length);
        else
            Operator();
    }

    private void Comment()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
            _problems.Add(new(_at, 2, SqlCodes.UnterminatedComment, "This comment has no closing */."));
        _at = end < 0 ? _text.Length : end + 2;
    }

    /// <summary>A text or name; a quote that is doubled stands for itself.</summary>
    private void Quoted(SqlTokenKind kind, string code, string message)
    {
        var quote = Current;
        var end = _at + 1;
        while (end < _text.Length && (_text[end] != quote || (end + 1 < _text.Length && _text[end + 1] == quote)))
            end += _text[end] == quote ? 2 : 1;
        if (end >= _text.Length)
        {
            _problems.Add(new(_at, _text.Length - _at, code, message));
            _at = _text.Length;
            return;
        }

        var inner = _text[(_at + 1)..end].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal);
        Add(kind, end + 1 - _at, inner);
    }

    private void Blob()
    {
        var closing = _text.IndexOf('\'', _at + 2);
        var end = IndexOr(closing, _text.Length);
        var digits = _text.AsSpan((_at + 2)..end);
        var length = Math.Min(end + 1, _text.Length) - _at;
        if (closing < 0 || digits.Length % 2 != 0 || digits.ContainsAnyExcept("0123456789abcdefABCDEF"))
            _problems.Add(new(_at, length, SqlCodes.MalformedBlob, "Bytes are an even number of hexadecimal digits between quotes, as in x'00ff'."));
        Add(SqlTokenKind.Blob, length);
    }

    private void Number()
    {
        var length = NumberLength();
        var rest = WordLength(_at + length);
        if (rest > 0)
            _problems.Add(new(_at, length + rest, SqlCodes.MalformedNumber, $"{_text.AsSpan(_at, length + rest)} is no number; a name does not begin with a digit."));
        Add(SqlTokenKind.Number, length + rest);
    }

    private int NumberLength()
    {
        if (Current == '0' && Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
            return 2 + Run(2, char.IsAsciiHexDigit);
        var length = Run(0, char.IsAsciiDigit);
        if (Peek(length) == '.')
            length += 1 + Run(length + 1, char.IsAsciiDigit);
        if (Peek(length) is not ('e' or 'E'))
            return length;
        var sign = Peek(length + 1) is '+' or '-' ? 1 : 0;
        var exponent = Run(length + 1 + sign, char.IsAsciiDigit);
        return exponent == 0 ? length : length + 1 + sign + exponent;
    }

    private int Run(int ahead, Func<char, bool> test)
    {
        var length = 0;
        while (test(Peek(ahead + length)))
            length++;
        return length;
    }

    /// <summary>The length of a word at a place: letters of any script, digits and underscores. After the first also dollars.</summary>
    private int WordLength(int start)
    {
        var end = start;
        while (end < _text.Length && Rune.TryGetRuneAt(_text, end, out var rune) && IsOfWord(rune, end == start))
            end += rune.Utf16SequenceLength;
        return end - start;
    }

    private static bool IsOfWord(Rune rune, bool first) =>
        rune.Value == '_' || Rune.IsLetterOrDigit(rune) || (!first && (rune.Value == '$' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark));

    private void Operator()
    {
        foreach (var text in Operators)
        {
            if (string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0)
            {
                Add(SqlTokenKind.Operator, text.Length);
                return;
            }
        }

        if ("()[],.;+-*/%&|~<>=".Contains(Current))
        {
            Add(SqlTokenKind.Operator, 1);
            return;
        }

        var length = Rune.TryGetRuneAt(_text, _at, out var rune) ? rune.Utf16SequenceLength : 1;
        _problems.Add(new(_at, length, SqlCodes.UnexpectedCharacter, Unexpected(_text.Substring(_at, length))));
        _at += length;
    }

    private static string Unexpected(string found) => found switch
    {
        "?" or ":" or "@" or "$" or "#" => $"{found} has no meaning in SQL here; there are no parameters.",
        "\u2018" or "\u2019" or "\u201C" or "\u201D" => $"{found} is a typographic quote; texts stand between ' and names between \".",
        _ when char.IsControl(found[0]) || char.IsSurrogate(found[0]) && found.Length == 1 =>
            string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)found[0]:X4} has no meaning in SQL."),
        _ => $"The character {found} has no meaning in SQL.",
    };

    private void Add(SqlTokenKind kind, int length, string? text = null)
    {
        _tokens.Add(new(kind, text ?? _text.Substring(_at, length), _at, length));
        _at += length;
    }

    private static int IndexOr(int index, int otherwise) => index < 0 ? otherwise : index;
}
