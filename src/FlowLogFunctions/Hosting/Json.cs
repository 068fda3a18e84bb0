using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowLogFunctions.Hosting;

/// <summary>The one way in which this app writes JSON: camelCase, enums by name, no nulls, times in ISO 8601 UTC.</summary>
internal static class Json
{
    /// <summary>What a body may nest; the deepest request has four levels.</summary>
    public const int MaxDepth = 16;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        Converters = { new UtcTime(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };
}
