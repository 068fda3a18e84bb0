namespace FlowLog.Cli.Output;

/// <summary>One line that says how far a file has been read, for a person who waits.</summary>
internal sealed class ReadingProgress(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.25);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _shown;

    /// <param name="count">What has been read of <paramref name="unit"/>.</param>
    /// <param name="position">Bytes of <paramref name="length"/>; 0 of a length that is not known.</param>
    public void Show(string file, long position, long length, long count, string unit = "packets")
    {
        var now = time.GetElapsedTime(_start);
        if (!terminal.IsWatched || now < First || now - _shown < Step)
            return;
        _shown = now;
        var share = length > 0 ? $"{100 * position / length} %, " : "";
        terminal.Errors.Write(FormattableString.Invariant($"\r{Path.GetFileName(file)}: {share}{count:N0} {unit}\e[K"));
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
