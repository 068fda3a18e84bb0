using System.Text;

namespace FlowLog.Cli.Tests;

/// <summary>Runs command lines in files of its own.</summary>
public sealed class Shell : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlog-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string Folder => _folder;

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <param name="with">Makes the terminal another one than that of a script with no variables.</param>
    internal static async Task<Result> RunAsync(
        string[] arguments, byte[]? input = null, Func<Terminal, Terminal>? with = null, CancellationToken cancellation = default)
    {
        var (output, errors) = (new MemoryStream(), new StringWriter());
        var terminal = new Terminal(new MemoryStream(input ?? []), output, errors, IsWatched: false) { Variable = _ => null };
        var code = await CommandLine.RunAsync(arguments, with?.Invoke(terminal) ?? terminal, cancellation);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public sealed record Result(int Code, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
