using FlowLogFunctions.Testing;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>Pictures of pages, kept in artifacts/screenshots.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Repository.Path("artifacts", "screenshots");

    /// <summary>The whole page as it is, also what one would scroll to.</summary>
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Folder, name + ".png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
