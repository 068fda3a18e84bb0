using System.Text;
using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>The rules of a flow log's own texts; each says what is wrong, or null if nothing is.</summary>
internal static class FlowLogTexts
{
    private const int MinLength = 2;
    private const int MaxNameLength = 128;
    private const int MaxDescriptionLength = 256;
    private const int MaxResourceGroupLength = 64;

    /// <summary>2 to 128 characters; the first an English letter or CJK ideograph, then also digits, hyphens, underscores.</summary>
    public static string? NameComplaint(string name)
    {
        if (Texts.IsLink(name))
            return "must not begin with http:// or https://.";
        if (Texts.LengthComplaint(name, MinLength, MaxNameLength) is { } complaint)
            return complaint;
        if (!IsLetter(name.EnumerateRunes().First()))
            return "must begin with an English letter or a Chinese character.";
        return name.EnumerateRunes().All(IsNameRune)
            ? null
            : "holds something else than English letters, Chinese characters, digits, hyphens and underscores.";
    }

    /// <summary>Empty, or 2 to 256 characters that are no link.</summary>
    public static string? DescriptionComplaint(string description)
    {
        if (description.Length == 0)
            return null;
        return Texts.IsLink(description)
            ? "must not begin with http:// or https://."
            : Texts.LengthComplaint(description, MinLength, MaxDescriptionLength);
    }

    /// <summary><c>rg-</c> and letters, digits, hyphens; 64 characters in all.</summary>
    public static string? ResourceGroupComplaint(string id) =>
        id.StartsWith("rg-", StringComparison.Ordinal) && id.Length is > 3 and <= MaxResourceGroupLength && id.All(IsIdLetter)
            ? null
            : "must be the id of a resource group, such as rg-acfmxazb4ph6aiy.";

    /// <summary>True if a text may be part of a key of storage, as every id may.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(IsIdLetter);

    private static bool IsNameRune(Rune rune) =>
        IsLetter(rune) || rune.Value is '-' or '_' || (rune.IsAscii && char.IsAsciiDigit((char)rune.Value));

    private static bool IsLetter(Rune rune) => (rune.IsAscii && char.IsAsciiLetter((char)rune.Value)) || CjkIdeographs.Contain(rune);

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';
}
