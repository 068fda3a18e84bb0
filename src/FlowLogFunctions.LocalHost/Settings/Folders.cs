namespace FlowLogFunctions.LocalHost.Settings;

/// <summary>The folders in which the host looks for what it needs.</summary>
/// <param name="Current">The folder it was started in.</param>
/// <param name="Program">The folder of its executable.</param>
internal sealed record Folders(string Current, string Program)
{
    private const string TopMark = "FlowLogFunctions.sln";

    public static Folders OfThisProcess() => new(Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <summary>The top of the repository that the executable or else the current folder lies in; the current folder if none does.</summary>
    public string Top => Above(Program).Concat(Above(Current)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, TopMark))) ?? Current;

    /// <summary>Where local.settings.json may lie, in order.</summary>
    public IEnumerable<string> OfSettings => new[] { Current, Top, Program }.Distinct();

    /// <summary>A file under node_modules, at or above the executable or the current folder; null if there is none.</summary>
    public string? FindNodeModule(string path) =>
        Above(Program).Concat(Above(Current)).Select(folder => Path.Combine(folder, "node_modules", path)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
            yield return each.FullName;
    }
}
