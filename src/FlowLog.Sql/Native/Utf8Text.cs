using System.Runtime.InteropServices;

namespace FlowLog.Sql.Native;

/// <summary>Texts of C: UTF-8 up to a zero.</summary>
internal static unsafe class Utf8Text
{
    public static string Of(byte* text) => text == null ? "" : Marshal.PtrToStringUTF8((nint)text) ?? "";
}
