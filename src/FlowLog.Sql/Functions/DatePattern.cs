using System.Globalization;
using System.Text;

namespace FlowLog.Sql.Functions;

/// <summary>A pattern of MySQL's, as <c>%Y-%m-%d %H:%i:%s</c>: how a time is written, or read.</summary>
internal sealed class DatePattern
{
    private readonly List<(char Piece, string Text)> _pieces = [];

    /// <exception cref="InvalidValueException">A piece that does not exist.</exception>
    public DatePattern(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%')
                _pieces.Add(('\0', pattern[at].ToString()));
            else if (++at < pattern.Length && DatePieces.Exists(pattern[at]))
                _pieces.Add((pattern[at], ""));
            else
                throw new InvalidValueException($"'{pattern}' has a piece that does not exist; there are {DatePieces.All}");
        }
    }

    public string Write(DateTime date)
    {
        var text = new StringBuilder();
        foreach (var (piece, plain) in _pieces)
            text.Append(piece == '\0' ? plain : DatePieces.Write(piece, date));
        return text.ToString();
    }

    /// <exception cref="InvalidValueException">The text is not written so.</exception>
    public DateTime Read(string text)
    {
        var (at, parts) = (0, new DateParts());
        foreach (var (piece, plain) in _pieces)
        {
            if (piece == '\0' ? !TryTake(text, plain, ref at) : !DatePieces.TryRead(piece, text, ref at, parts))
                throw new InvalidValueException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is not written as the pattern says, from character {at + 1} on"));
        }

        return at == text.Length && parts.Date is { } date ? date : throw new InvalidValueException($"'{text}' is not written as the pattern says");
    }

    private static bool TryTake(string text, string plain, ref int at)
    {
        if (at >= text.Length || text[at] != plain[0])
            return false;
        at++;
        return true;
    }
}
