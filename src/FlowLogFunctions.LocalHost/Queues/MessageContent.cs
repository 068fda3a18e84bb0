using System.Reflection;
using System.Text;

namespace FlowLogFunctions.LocalHost.Queues;

/// <summary>What a queue message's text holds, for functions that take bytes, <see cref="BinaryData"/> or a string.</summary>
internal static class MessageContent
{
    /// <summary>Null if the text is not base64 where it should be.</summary>
    public static BinaryData? Decode(string text, bool isBase64)
    {
        if (!isBase64) return BinaryData.FromString(text);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? new(bytes.AsMemory(0, count)) : null;
    }

    /// <summary>How a parameter takes it; null if it cannot.</summary>
    public static Func<BinaryData, object?>? ArgumentOf(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(byte[])) return content => content.ToArray();
        if (parameter.ParameterType == typeof(BinaryData)) return content => content;
        if (parameter.ParameterType == typeof(string)) return content => Encoding.UTF8.GetString(content);
        return null;
    }
}
