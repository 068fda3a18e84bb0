namespace FlowLog.Cli.Output;

/// <summary>One line on a terminal that says how far long work has come, in place of the one before.</summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.25);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _shown;

    /// <param name="text">Asked for what to show when it is time to, which is a few times a second, and where somebody sees it.</param>
    public void Show(Func<string> text)
    {
        if (!terminal.IsWatched)
            return;
        var now = time.GetElapsedTime(_start);
        if (now < First || now - _shown < Step)
            return;
        _shown = now;
        terminal.Errors.Write($"\r{text()}\e[K");
        terminal.Errors.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        if (_shown > TimeSpan.Zero)
            terminal.Errors.Write("\r\e[K");
        terminal.Errors.Flush();
        _shown = TimeSpan.Zero;
    }
}
