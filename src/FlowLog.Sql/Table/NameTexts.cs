using System.Runtime.InteropServices;
using System.Text;
using FlowLog.Flows;
using FlowLog.Sql.Native;

namespace FlowLog.Sql.Table;

/// <summary>The names of fields of kind name, in memory that is never given back.</summary>
internal static unsafe class NameTexts
{
    private static readonly Dictionary<int, nint> Made = FlowFields.All.Where(field => field.Kind == FieldKind.Name).ToDictionary(field => field.Id, Make);

    /// <summary>Copies a column's numbers; those that have no name become the one behind the last, which is no value.</summary>
    public static CursorText* Fill(FlowField field, ReadOnlySpan<long> numbers, Span<long> values)
    {
        var count = (ulong)field.Names.Count;
        for (var row = 0; row < values.Length; row++)
            values[row] = (long)Math.Min((ulong)numbers[row], count);
        return (CursorText*)Made[field.Id];
    }

    private static nint Make(FlowField field)
    {
        var texts = (CursorText*)NativeMemory.Alloc((nuint)field.Names.Count + 1, (nuint)sizeof(CursorText));
        for (var name = 0; name < field.Names.Count; name++)
            texts[name] = field.Names[name] == "-" ? new() { Length = CursorText.NoValue } : Of(field.Names[name]);
        texts[field.Names.Count] = new() { Length = CursorText.NoValue };
        return (nint)texts;
    }

    private static CursorText Of(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var memory = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return new() { Utf8 = memory, Length = bytes.Length };
    }
}
