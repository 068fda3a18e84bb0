using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

/// <summary>The app's own settings, as its options classes declare them and as texts name them.</summary>
internal static partial class SettingNames
{
    /// <summary>Every <c>FlowLog:Section:Property</c> of the options classes, those with a constant <c>Section</c>.</summary>
    public static IReadOnlyList<string> Declared { get; } =
    [
        .. from type in typeof(ServiceRegistration).Assembly.GetTypes()
           let section = type.GetField("Section")?.GetRawConstantValue() as string
           where section?.StartsWith("FlowLog:", StringComparison.Ordinal) == true
           from property in type.GetProperties()
           where property.CanWrite
           select $"{section}:{property.Name}",
    ];

    /// <summary>The settings that a text names as <c>FlowLog__Section__0__Property</c>, without the numbers of lists.</summary>
    public static IReadOnlyList<string> NamedIn(string text) =>
        [.. Name().Matches(text).Select(match => string.Join(':', match.Value.Split('_').Where(part => part.Length > 0 && !part.All(char.IsDigit)))).Distinct()];

    [GeneratedRegex(@"\bFlowLog__\w+")]
    private static partial Regex Name();
}
