namespace FlowLog.Cli.Output;

/// <summary>Texts from elsewhere on a terminal, which would obey the control characters in them.</summary>
internal static class Visible
{
    /// <summary>The text with each control character as a symbol in its place.</summary>
    public static string Of(string text) => text.Any(char.IsControl)
        ? string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = char.IsControl(from[i]) ? Symbol(from[i]) : from[i];
        })
        : text;

    /// <summary>Unicode has pictures of the first 32 and of DEL.</summary>
    private static char Symbol(char control) => control switch
    {
        < ' ' => (char)('\u2400' + control),
        '\u007f' => '\u2421',
        _ => '\ufffd',
    };
}
