using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

/// <summary>The lines that the house holds: who may know what, and how long a file may be.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 300;
    private const int MaxMedianLines = 60;

    [Fact]
    public void Files_AreShort()
    {
        var lengths = Sources("src", "offline", "tests", "bench").Select(file => (file, Lines: File.ReadAllLines(file).Length)).ToList();

        Assert.DoesNotContain(lengths, length => length.Lines > MaxLines);
        Assert.InRange(lengths.OrderBy(length => length.Lines).ElementAt(lengths.Count / 2).Lines, 1, MaxMedianLines);
    }

    [Fact]
    public void Library_KnowsNoStorageNoWebNoClockNoLog() =>
        Assert.Empty(Holding(Foreign(), Sources("src/FlowLog")));

    [Fact]
    public void Storage_IsKnownToStorageOnly() =>
        Assert.Empty(Holding(StorageClient(), Sources("src/FlowLogFunctions").Where(file => !In(file, "Storage"))));

    [Fact]
    public void Triggers_StandInFunctionClassesOnly() =>
        Assert.Empty(Holding(Trigger(), Sources("src/FlowLogFunctions").Where(file => !FunctionFile().IsMatch(file))));

    [Fact]
    public void FunctionClasses_OnlyBindAndMap() =>
        Assert.Empty(Holding(StorageClass(), Sources("src/FlowLogFunctions").Where(file => FunctionFile().IsMatch(file))));

    [Fact]
    public void NothingIsLeftForLater() =>
        Assert.Empty(Holding(Unfinished(), Sources("src", "offline", "bench")));

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.Select(folder => Path.Combine(RepositoryFolder.Top, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static IEnumerable<string> Holding(Regex what, IEnumerable<string> files) => files
        .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
        .Where(found => what.IsMatch(found.line))
        .Select(found => $"{Path.GetRelativePath(RepositoryFolder.Top, found.file)}:{found.index + 1}: {found.line.Trim()}");

    private static bool In(string file, string folder) => Path.GetDirectoryName(file)!.EndsWith(Path.DirectorySeparatorChar + folder, StringComparison.Ordinal);

    [GeneratedRegex(@"^using (Azure|Microsoft)\b|\bHttpClient\b|\bTimeProvider\b|\bILogger\b|\bConsole\.")]
    private static partial Regex Foreign();

    /// <summary>Signing in and sending telemetry are not storage.</summary>
    [GeneratedRegex(@"^using Azure\b(?!\.(Identity|Monitor)\b)|\bTableEntity\b|\bRequestFailedException\b")]
    private static partial Regex StorageClient();

    [GeneratedRegex(@"\[Function\(|Trigger\(")]
    private static partial Regex Trigger();

    [GeneratedRegex(@"Functions?\.cs$")]
    private static partial Regex FunctionFile();

    [GeneratedRegex(@"\b(ControlTable|LogstoreTables|StorageClients|CaptureFiles)\b")]
    private static partial Regex StorageClass();

    [GeneratedRegex("TODO|FIXME|NotImplementedException")]
    private static partial Regex Unfinished();
}
