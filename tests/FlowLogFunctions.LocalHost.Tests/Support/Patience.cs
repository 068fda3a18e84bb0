namespace FlowLogFunctions.LocalHost.Tests.Support;

/// <summary>Waits for what must happen; only a broken product waits to the end.</summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var source = new CancellationTokenSource(Longest);
        while (!await condition())
            await Task.Delay(50, source.Token);
    }

    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));
}
