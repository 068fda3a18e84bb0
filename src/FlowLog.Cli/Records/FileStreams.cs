namespace FlowLog.Cli.Records;

/// <summary>The files of a command line as streams whose reads complete at once: what reads them has a thread to itself.</summary>
internal static class FileStreams
{
    /// <exception cref="Failure">The file cannot be opened.</exception>
    public static BlockingStream Open(string file, Terminal terminal)
    {
        try
        {
            return new BlockingStream(file == "-" ? terminal.Input : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new Failure($"{file}: {Reason(fault)}");
        }
    }

    private static string Reason(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "is a directory, or may not be read",
        _ => fault.Message,
    };
}
