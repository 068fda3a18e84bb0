using System.Text;

namespace FlowLogFunctions.Tests.House;

/// <summary>
/// A Bicep file read as far as its brackets, comments and single-quoted strings: what a slip of the pen breaks first, on machines
/// without the compiler.
/// </summary>
internal sealed class BicepText
{
    private const char Quote = '\'';
    private const char Interpolation = '$';
    private const string LongQuote = "'''";

    private readonly Stack<(char Opener, int Line)> _open = new();
    private readonly Stack<StringBuilder> _texts = new();
    private readonly List<string> _literals = [];
    private readonly string _text;
    private int _at;
    private int _line = 1;

    private BicepText(string text) => _text = text;

    /// <summary>What stands in the file's strings, without what they interpolate.</summary>
    public IReadOnlyList<string> Literals => _literals;

    /// <summary>The first thing that does not balance, with its line; null if everything does.</summary>
    public string? Problem { get; private set; }

    public static BicepText Read(string text)
    {
        var read = new BicepText(text);
        read.ReadAll();
        return read;
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private void ReadAll()
    {
        for (; _at < _text.Length && Problem is null; _at++)
        {
            if (_open.TryPeek(out var top) && top.Opener == Quote)
                ReadInString(_text[_at]);
            else
                ReadInCode(_text[_at]);
            if (_at < _text.Length && _text[_at] == '\n')
                _line++;
        }

        if (Problem is null && _open.TryPeek(out var left))
            Problem = $"line {left.Line}: {left.Opener} is never closed";
    }

    private void ReadInString(char c)
    {
        if (c == '\n')
            Problem = $"line {_line}: the string is not closed";
        else if (c == '\\')
            _at++;
        else if (c == Interpolation && Next == '{')
            OpenInterpolation();
        else if (c == Quote)
            CloseString();
        else
            _texts.Peek().Append(c);
    }

    private void ReadInCode(char c)
    {
        if (c == '/' && Next == '/')
            _at = IndexOrEnd("\n");
        else if (c == '/' && Next == '*')
            _at = IndexOrEnd("*/") + 1;
        else if (string.CompareOrdinal(_text, _at, LongQuote, 0, LongQuote.Length) == 0)
            ReadLongString();
        else if (c == Quote)
            OpenString();
        else if (c is '(' or '[' or '{')
            Open(c);
        else if (c is ')' or ']' or '}')
            Close(c);
    }

    /// <summary>Over many lines, and nothing in it is read.</summary>
    private void ReadLongString()
    {
        var begin = _at + LongQuote.Length;
        var end = _text.IndexOf(LongQuote, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            Problem = $"line {_line}: the string is not closed";
            return;
        }

        _literals.Add(_text[begin..end]);
        _line += _text[begin..end].Count(c => c == '\n');
        _at = end + LongQuote.Length - 1;
    }

    private int IndexOrEnd(string mark) => _text.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var found ? found : _text.Length;

    private void Open(char opener) => _open.Push((opener, _line));

    private void OpenString()
    {
        Open(Quote);
        _texts.Push(new StringBuilder());
    }

    private void OpenInterpolation()
    {
        Open(Interpolation);
        _at++;
    }

    private void CloseString()
    {
        _open.Pop();
        _literals.Add(_texts.Pop().ToString());
    }

    private void Close(char closer)
    {
        var opener = _open.TryPop(out var top) ? top.Opener : '\0';
        if ((opener, closer) is not (('(', ')') or ('[', ']') or ('{', '}') or (Interpolation, '}')))
            Problem = $"line {_line}: {closer} closes nothing";
    }
}
