using System.Globalization;
using Azure.Data.Tables;

namespace FlowLogFunctions.Storage;

/// <summary>Bytes under a name of an entity, cut where a property is full: <c>c9</c>, <c>c9_1</c>, <c>c9_2</c> … of 64 KiB but for the last.</summary>
internal static class SplitProperty
{
    public static string Name(string name, int part) => part == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{part}");

    /// <summary>The names that hold bytes of no more than this length.</summary>
    public static IEnumerable<string> Names(string name, int bytes) =>
        Enumerable.Range(0, Math.Max(1, (bytes + TableLimits.PropertyBytes - 1) / TableLimits.PropertyBytes)).Select(part => Name(name, part));

    public static void Write(TableEntity entity, string name, ReadOnlyMemory<byte> bytes)
    {
        for (var (part, at) = (0, 0); part == 0 || at < bytes.Length; part++, at += TableLimits.PropertyBytes)
            entity[Name(name, part)] = bytes[at..Math.Min(bytes.Length, at + TableLimits.PropertyBytes)].ToArray();
    }

    /// <summary>
    /// As <see cref="Write"/>, for an entity that is merged into one that may have more parts: a last part that is full has an empty one behind it.
    /// </summary>
    public static void WriteEnded(TableEntity entity, string name, ReadOnlyMemory<byte> bytes)
    {
        Write(entity, name, bytes);
        if (bytes.Length > 0 && bytes.Length % TableLimits.PropertyBytes == 0)
            entity[Name(name, bytes.Length / TableLimits.PropertyBytes)] = Array.Empty<byte>();
    }

    /// <summary>The bytes put together, up to the first part that is not full; null if the entity has none of that name.</summary>
    public static byte[]? Read(TableEntity entity, string name)
    {
        if (!entity.TryGetValue(name, out var first) || first is not byte[] bytes)
            return null;
        if (bytes.Length < TableLimits.PropertyBytes)
            return bytes;
        var whole = new MemoryStream();
        whole.Write(bytes);
        for (var part = 1; bytes.Length == TableLimits.PropertyBytes && entity.TryGetValue(Name(name, part), out var next) && next is byte[] more; part++)
        {
            whole.Write(more);
            bytes = more;
        }

        return whole.ToArray();
    }
}
