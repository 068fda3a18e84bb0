using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Settings;

/// <summary><c>%Name%</c> in a trigger stands for the setting of that name.</summary>
internal static partial class SettingReference
{
    /// <exception cref="StartException">The setting is missing or empty.</exception>
    public static string Expand(IConfiguration settings, string text) => Reference().Replace(text, match => Find(settings, match.Groups[1].Value));

    private static string Find(IConfiguration settings, string name) =>
        settings[name.Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
            ? value
            : throw new StartException($"The setting {name} is missing.");

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
