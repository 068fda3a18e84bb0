namespace FlowLog.Cli.Output;

/// <summary>A file that is there whole or not at all: written under another name beside it, and renamed at the end.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private const int BufferBytes = 256 * 1024;

    private readonly string _file;
    private readonly bool _force;
    private readonly string _temporary;

    private OutputFile(string file, bool force)
    {
        (_file, _force) = (file, force);
        _temporary = $"{file}.{Path.GetRandomFileName()}.part";
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
    }

    public FileStream Stream { get; }

    /// <exception cref="Failure">The file is there already, or cannot be written.</exception>
    public static OutputFile Create(string file, bool force)
    {
        if (Directory.Exists(file))
            throw new Failure($"{file}: is a directory");
        if (!force && File.Exists(file))
            throw new Failure(IsThere(file));
        try
        {
            return new(file, force);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"{file}: cannot be written: {fault.Message}");
        }
    }

    /// <exception cref="Failure">The file has come to be there meanwhile.</exception>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Stream.FlushAsync(cancellation);
        Stream.Close();
        try
        {
            File.Move(_temporary, _file, _force);
        }
        catch (IOException) when (!_force && File.Exists(_file))
        {
            throw new Failure(IsThere(_file));
        }
    }

    /// <summary>Without <see cref="CommitAsync"/> nothing remains.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(_temporary);
    }

    private static string IsThere(string file) => $"{file}: is there already; --force replaces it";
}
