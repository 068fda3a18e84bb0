using System.Text;

namespace FlowLog.Sql.Functions;

/// <summary>What was made of a text, for as long as the text is the same.</summary>
internal sealed class Remembered<T>(Func<string, T> make)
{
    private byte[]? _text;
    private T _made = default!;

    public T Of(ReadOnlySpan<byte> utf8)
    {
        if (_text is null || !utf8.SequenceEqual(_text))
        {
            _made = make(Encoding.UTF8.GetString(utf8));
            _text = utf8.ToArray();
        }

        return _made;
    }
}
