namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>Waits for what must happen; only a broken product waits to the end.</summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>For the first records of a flow log: its window must end, and capture runs once a minute.</summary>
    public static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(5);

    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan longest)
    {
        using var source = new CancellationTokenSource(longest);
        while (!await condition())
            await Task.Delay(250, source.Token);
    }
}
