using System.Text.Json;

namespace FlowLog.Cli.Service;

/// <summary>The profiles of a person, in a file that nobody else can read.</summary>
internal sealed class ProfileFile
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SortedDictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    private ProfileFile(string path) => Path = path;

    public string Path { get; }

    public IEnumerable<string> Names => _profiles.Keys;

    /// <summary>Reads the file of whoever runs this; one that is not there has no profiles.</summary>
    /// <param name="variable">Of the environment, which says where it lies.</param>
    /// <exception cref="Failure">It cannot be read, or holds something else.</exception>
    public static ProfileFile Read(Func<string, string?> variable)
    {
        var file = new ProfileFile(PathOf(variable));
        if (!File.Exists(file.Path))
            return file;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.Path));
            foreach (var profile in json.RootElement.GetProperty("profiles").EnumerateObject())
                file._profiles[profile.Name] = ProfileOf(profile.Value);
            return file;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new Failure($"{file.Path}: is not what login writes: {fault.Message}; remove it and log in again", ExitCode.NotAllowed);
        }
    }

    public Profile? Find(string name) => _profiles.GetValueOrDefault(name);

    public void Set(string name, Profile profile) => _profiles[name] = profile;

    public bool Remove(string name) => _profiles.Remove(name);

    /// <summary>Writes the file whole or not at all; its owner alone may read it.</summary>
    public void Write()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        Directory.CreateDirectory(folder);
        var temporary = $"{Path}.{System.IO.Path.GetRandomFileName()}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        using (var stream = new FileStream(temporary, options))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            Write(json);
        File.Move(temporary, Path, overwrite: true);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("profiles");
        foreach (var (name, profile) in _profiles)
        {
            json.WriteStartObject(name);
            json.WriteString("url", profile.Url);
            json.WriteString("key", profile.Key);
            if (profile.Region is not null)
                json.WriteString("region", profile.Region);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Profile ProfileOf(JsonElement json) => new(
        json.GetProperty("url").GetString() ?? "",
        json.GetProperty("key").GetString() ?? "",
        json.TryGetProperty("region", out var region) ? region.GetString() : null);

    private static string PathOf(Func<string, string?> variable)
    {
        var folder = variable("XDG_CONFIG_HOME") is { Length: > 0 } configuration
            ? configuration
            : System.IO.Path.Combine(Home(variable), ".config");
        return System.IO.Path.Combine(folder, "flowlog", "profiles.json");
    }

    private static string Home(Func<string, string?> variable) =>
        variable("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
