using System.Reflection;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>The Chromium of this machine. None is ever downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // As root there is no sandbox; the rest keeps it from calling home.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The program: the variable CHROMIUM, or the first of the usual names on the PATH; null if there is none.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Why the tests cannot run; null if they can.</summary>
    public static string? Lacking => Program is null
        ? $"Needs Chromium: {string.Join(", ", Names)} on the PATH (Debian's package chromium), or its file in the variable CHROMIUM."
        : null;

    /// <summary>CI has a Chromium: without it the tests fail.</summary>
    public static bool IsRequired => IsSet("CI");

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Program ?? throw new InvalidOperationException(Lacking),
        Args = Flags,
        Timeout = (float)Patience.Longest.TotalMilliseconds,
    });

    /// <summary>Has Playwright start its driver where the package lies, as the assembly's project says.</summary>
    public static void FindDriver(Assembly assembly) => Environment.SetEnvironmentVariable(
        "PLAYWRIGHT_DRIVER_SEARCH_PATH",
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "PlaywrightDriver").Value);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is "true" or "1";
}
