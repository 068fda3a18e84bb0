using System.Collections.Frozen;
using System.Reflection;

namespace FlowLogFunctions.Console;

/// <summary>The console's files, as they are built into the app (Console.targets). Nothing else can be asked for: there are no paths to walk.</summary>
internal static class ConsoleFiles
{
    public const string Index = "index.html";

    private const string Prefix = "console/";

    private static readonly FrozenDictionary<string, ConsoleFile> All = ReadAll(typeof(ConsoleFiles).Assembly);

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Null if there is none of that name, which is that of the file, such as <c>assets/index-D3cASv2K.js</c>.</summary>
    public static ConsoleFile? Find(string name) => All.GetValueOrDefault(name);

    private static FrozenDictionary<string, ConsoleFile> ReadAll(Assembly assembly)
    {
        var contents = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Read(assembly, name));
        return contents.Keys
            .Where(name => !IsCoded(name))
            .ToFrozenDictionary(name => name, name => new ConsoleFile(MediaTypes.Of(name), ContentsOf(name, contents)));
    }

    private static IReadOnlyList<CodedContent> ContentsOf(string name, Dictionary<string, byte[]> contents) =>
    [
        new(ContentCodings.Identity, contents[name]),
        .. from coding in ContentCodings.BySuffix
           where contents.ContainsKey(name + coding.Key)
           select new CodedContent(coding.Value, contents[name + coding.Key]),
    ];

    private static bool IsCoded(string name) => ContentCodings.BySuffix.ContainsKey(Path.GetExtension(name));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
