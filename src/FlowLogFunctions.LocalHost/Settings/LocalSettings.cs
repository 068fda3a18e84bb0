using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Settings;

/// <summary>The app's settings as <c>func</c> reads them: the environment over "Values" of local.settings.json.</summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the first local.settings.json of these folders.</summary>
    /// <exception cref="StartException">The file is no JSON object with an object of texts under "Values".</exception>
    public static ConfigurationManager Read(IEnumerable<string> folders)
    {
        var settings = new ConfigurationManager();
        var file = folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
        if (file is not null) settings.AddInMemoryCollection(ValuesOf(file));
        settings.AddEnvironmentVariables();
        return settings;
    }

    private static Dictionary<string, string?> ValuesOf(string file)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            if (!document.RootElement.TryGetProperty("Values", out var section)) return values;
            foreach (var value in section.EnumerateObject())
                values[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
            return values;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or IOException)
        {
            throw new StartException($"{file}: {problem.Message}");
        }
    }
}
