using System.Diagnostics;

namespace FlowLogFunctions.Soak.Tests.Store;

/// <summary>A folder on a disk of its own that can be filled up: a file system in memory, which root may mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 192;
    private const int BlockBytes = 1 << 20;

    private readonly bool _isMounted;

    private SmallDisk(string path, bool isMounted) => (Path, _isMounted) = (path, isMounted);

    /// <summary>The disk's only folder.</summary>
    public string Path { get; }

    /// <summary>Whether it can be filled; elsewhere it is a folder like any other.</summary>
    public bool CanBeFull => _isMounted;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk Make()
    {
        var path = Directory.CreateTempSubdirectory("soak-disk-").FullName;
        return new(path, OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Runs("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", path));
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        var block = new byte[BlockBytes];
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var size = BlockBytes; size > 0;)
        {
            try
            {
                ballast.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        if (_isMounted) Runs("umount", "--lazy", Path);
        Directory.Delete(Path, recursive: true);
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
