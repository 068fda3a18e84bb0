namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A test in a real browser: skipped where none is installed, but never in CI, where it fails then.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Chromium.IsRequired)
            Skip = Chromium.Lacking;
    }
}
