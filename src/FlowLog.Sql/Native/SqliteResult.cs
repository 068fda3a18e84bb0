using System.Runtime.InteropServices;
using System.Text;

namespace FlowLog.Sql.Native;

/// <summary>Where the result of a function, or of a column, is put.</summary>
internal readonly unsafe partial struct SqliteResult(nint context)
{
    private const string Library = "e_sqlite3";

    public void Set(long value) => SetInteger(context, value);

    public void Set(double value) => SetReal(context, value);

    public void SetNull() => SetNothing(context);

    public void Set(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8)
        {
            byte empty = 0;
            SetText(context, text == null ? &empty : text, utf8.Length, SqliteCodes.Transient);
        }
    }

    public void Set(string? text)
    {
        if (text is null)
        {
            SetNull();
            return;
        }

        const int Few = 512;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > Few)
        {
            Set(Encoding.UTF8.GetBytes(text));
            return;
        }

        Span<byte> utf8 = stackalloc byte[Few];
        Set(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>A <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or null.</summary>
    public void Set(object? plain)
    {
        switch (plain)
        {
            case long number:
                Set(number);
                break;
            case double real:
                Set(real);
                break;
            default:
                Set((string?)plain);
                break;
        }
    }

    /// <param name="text">Stays where it is until the process ends.</param>
    public void SetStatic(byte* text, int bytes) => SetText(context, text, bytes, SqliteCodes.Static);

    public void Fail(string message)
    {
        var utf8 = Encoding.UTF8.GetBytes(message);
        fixed (byte* text = utf8)
            SetError(context, text, utf8.Length);
    }

    public void FailTooBig() => SetTooBig(context);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_int64"), SuppressGCTransition]
    private static partial void SetInteger(nint context, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_double"), SuppressGCTransition]
    private static partial void SetReal(nint context, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_null"), SuppressGCTransition]
    private static partial void SetNothing(nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_text")]
    private static partial void SetText(nint context, byte* text, int bytes, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_error")]
    private static partial void SetError(nint context, byte* message, int bytes);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_error_toobig")]
    private static partial void SetTooBig(nint context);
}
