using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.FlowLogs;

/// <summary>A tag of a flow log, by Alibaba Cloud's rules: a key of 1 to 128 characters, a value of 0 to 128.</summary>
internal sealed record Tag(string Key, string Value)
{
    /// <summary>Tags of one flow log.</summary>
    public const int MostTags = 20;

    private const int MaxLength = 128;

    public static string? KeyComplaint(string key) => Texts.LengthComplaint(key, 1, MaxLength) ?? ContentComplaint(key);

    public static string? ValueComplaint(string value) => Texts.LengthComplaint(value, 0, MaxLength) ?? ContentComplaint(value);

    /// <summary>True if a filter, <c>key</c> or <c>key:value</c>, means this tag.</summary>
    public bool Fits(string filter) => filter == Key || filter == $"{Key}:{Value}";

    private static string? ContentComplaint(string text) =>
        text.StartsWith("aliyun", StringComparison.OrdinalIgnoreCase) || text.StartsWith("acs:", StringComparison.OrdinalIgnoreCase)
            ? "must not begin with aliyun or acs:."
            : Texts.HoldsLink(text) ? "must not contain http:// or https://." : null;
}
