namespace FlowLogFunctions.Tests.House;

/// <summary>The repository that the tests were built in.</summary>
internal static class RepositoryFolder
{
    /// <summary>Its top: the first folder above the tests' binaries that has the solution.</summary>
    public static string Top { get; } = FindTop();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path));

    /// <summary>Paths of a folder's files from the top, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Top, folder), pattern).Select(file => Path.GetRelativePath(Top, file)).Order(StringComparer.Ordinal)];

    /// <summary>The same at every depth; what builds leave there is none of them.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Top, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Top, file))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    private static string FindTop()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FlowLogFunctions.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No FlowLogFunctions.sln above {AppContext.BaseDirectory}.");
    }
}
