using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowLogFunctions.Network;

/// <summary>Writes an enum's names in camelCase, as Alibaba Cloud writes those of security groups, unless a value has a name of its own.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum
{
    /// <summary>All names, as they are written.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetValues<T>().Select(NameOf)];

    public static string NameOf(T value) =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <param name="name">One of <see cref="Names"/>; null stays null.</param>
    public static T? Parse(string? name) => name is null ? null : Enum.GetValues<T>().First(value => NameOf(value) == name);
}
