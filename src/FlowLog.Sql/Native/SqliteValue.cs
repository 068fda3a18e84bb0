using System.Runtime.InteropServices;
using System.Text;

namespace FlowLog.Sql.Native;

/// <summary>A value that SQLite hands over; valid until the call ends.</summary>
internal readonly unsafe partial struct SqliteValue(nint value)
{
    private const string Library = "e_sqlite3";

    public nint Handle => value;

    public int Type => TypeOf(value);

    public bool IsNull => Type == SqliteCodes.Null;

    public long Integer => IntegerOf(value);

    public double Real => RealOf(value);

    /// <summary>UTF-8. Of a number it is its text.</summary>
    public ReadOnlySpan<byte> Utf8
    {
        get
        {
            var text = TextOf(value);
            return new(text, text == null ? 0 : BytesOf(value));
        }
    }

    public string Text => Encoding.UTF8.GetString(Utf8);

    /// <summary>As a <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or null.</summary>
    public object? Plain => Type switch
    {
        SqliteCodes.Integer => Integer,
        SqliteCodes.Real => Real,
        SqliteCodes.Null => null,
        _ => Text,
    };

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    private static partial int TypeOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    private static partial long IntegerOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    private static partial double RealOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_text")]
    private static partial byte* TextOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    private static partial int BytesOf(nint value);
}
