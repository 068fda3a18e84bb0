namespace FlowLogFunctions.LocalHost.Storage;

/// <summary>Where a host keeps what must outlast it: Azurite's data, timers, the first account.</summary>
internal sealed class DataFolder(string path)
{
    public const string DefaultName = ".data";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Azurite => System.IO.Path.Combine(Path, "azurite");

    /// <summary>Azurite's data are one process's: two would overwrite each other.</summary>
    /// <exception cref="StartException">Another host has it.</exception>
    public FileStream Take()
    {
        try
        {
            Directory.CreateDirectory(Path);
            return new FileStream(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {Path} cannot be used, or another local host is using it: {problem.Message}");
        }
    }
}
