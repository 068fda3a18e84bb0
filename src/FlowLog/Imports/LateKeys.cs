namespace FlowLog.Imports;

/// <summary>
/// Searches what follows a group's tuples for its rule and MAC address, as keys may stand in any order. Each object's rest is searched
/// once, so that the work stays in proportion to the bytes.
/// </summary>
internal ref struct LateKeys(ReadOnlySpan<byte> text, Span<JsonFrame> frames, KnownTexts texts)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly Span<JsonFrame> _frames = frames;
    private int _level = frames.Length - 1;
    private int _at;
    private int _inner;
    private JsonKey _key;

    /// <summary>False if the text ends before all that can be known is.</summary>
    public bool Search()
    {
        var record = RecordLevel();
        while (_level >= record && (_frames[^1].Rule is null || _frames[^1].Mac is null))
        {
            if (_inner == 0 && _frames[_level].Searched)
                break;
            if (!Step())
                return false;
        }

        // Only now: a search that lacked bytes begins anew.
        GiveUp(_frames[(_level + 1)..]);
        return true;
    }

    /// <summary>Ends the search for good: what is not known now stays unknown.</summary>
    public static void GiveUp(Span<JsonFrame> frames)
    {
        foreach (ref var frame in frames)
            frame.Searched = true;
    }

    /// <summary>The record's frame: an element of an array <c>records</c>, or the outermost.</summary>
    private readonly int RecordLevel()
    {
        for (var level = _frames.Length - 1; level > 0; level--)
        {
            if (_frames[level].IsObject && _frames[level - 1] is { IsObject: false, Name: JsonKey.Records })
                return level;
        }

        return 0;
    }

    private bool Step()
    {
        _at += JsonScan.BlankLength(_text[_at..]);
        if (_at == _text.Length)
            return false;
        switch (_text[_at])
        {
            case (byte)'"':
                return String();
            case (byte)'{' or (byte)'[':
                _inner++;
                break;
            case (byte)'}' or (byte)']':
                Close();
                break;
        }

        _key = JsonKey.Other;
        _at++;
        return true;
    }

    private void Close()
    {
        if (_inner > 0)
            _inner--;
        else
            _level--;
    }

    private bool String()
    {
        var length = JsonScan.StringLength(_text[_at..]);
        if (length < 0)
            return false;
        var text = _text.Slice(_at, length);
        var next = _at + length;
        if (_inner > 0 || !_frames[_level].IsObject)
        {
            _at = next;
            return true;
        }

        var colon = next + JsonScan.BlankLength(_text[next..]);
        if (colon == _text.Length)
            return false;
        if (_text[colon] == ':')
        {
            (_key, _at) = (JsonScan.KeyOf(JsonScan.Unquoted(text)), colon + 1);
            return true;
        }

        if (_key is JsonKey.Rule or JsonKey.Mac)
            Learn(texts.Of(JsonScan.Unquoted(text)));
        (_key, _at) = (JsonKey.Other, next);
        return true;
    }

    private void Learn(string text)
    {
        for (var level = _level; level < _frames.Length; level++)
        {
            if (_key == JsonKey.Rule)
                _frames[level].Rule ??= text;
            else
                _frames[level].Mac ??= text;
        }
    }
}
