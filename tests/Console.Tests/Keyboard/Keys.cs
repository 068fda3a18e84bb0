namespace FlowLogFunctions.Console.Tests.Keyboard;

/// <summary>Moves the focus as somebody without a mouse does.</summary>
internal static class Keys
{
    private const int MostTabs = 80;

    /// <summary>Presses Tab until the element has the focus; fails if it cannot be reached.</summary>
    public static async Task TabToAsync(this IPage page, ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {wanted}.");
    }
}
