namespace FlowLogFunctions.Capture;

/// <summary>What a capture file may be called: it becomes part of a blob's name and of reasons that people read.</summary>
internal static class CaptureFileRules
{
    private const int MaxLength = 100;

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? Name(string name) =>
        name.Length is > 0 and <= MaxLength && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            ? null
            : $"must be 1 to {MaxLength} letters, digits, dots, hyphens or underscores, and not begin with a dot.";
}
