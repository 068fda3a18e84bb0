using System.Text;

namespace FlowLog.Sql.Dialect;

/// <summary>A statement as SQLite reads it, and where its pieces stood before.</summary>
internal sealed class TranslatedSql
{
    private readonly List<Piece> _pieces = [];

    /// <param name="edits">One that begins within another is left out.</param>
    public TranslatedSql(string text, IEnumerable<SqlEdit> edits)
    {
        var translated = new StringBuilder();
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Offset))
        {
            if (edit.Offset < at)
                continue;
            Add(text[at..edit.Offset], at, isNew: false);
            Add(edit.Text, edit.Offset, isNew: true);
            at = edit.Offset + edit.Length;
        }

        Add(text[at..], at, isNew: false);
        Text = translated.ToString();

        void Add(string part, int offset, bool isNew)
        {
            if (part.Length == 0)
                return;
            _pieces.Add(new(translated.Length, offset, isNew));
            translated.Append(part);
        }
    }

    public string Text { get; }

    /// <summary>The place, in the text as it was written, of a byte of what SQLite reads.</summary>
    /// <param name="utf8Offset">From 0 on.</param>
    public int OffsetOf(int utf8Offset)
    {
        var offset = Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(Text).AsSpan(0, Math.Clamp(utf8Offset, 0, Encoding.UTF8.GetByteCount(Text))));
        var piece = _pieces.LastOrDefault(piece => piece.Start <= offset);
        return piece.IsNew ? piece.Offset : piece.Offset + (offset - piece.Start);
    }

    private readonly record struct Piece(int Start, int Offset, bool IsNew);
}
