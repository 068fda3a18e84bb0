namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!Chromium.IsRequired)
            Skip = Chromium.Lacking;
    }
}
