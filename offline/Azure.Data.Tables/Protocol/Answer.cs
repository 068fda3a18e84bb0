using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reading of answers that say they succeeded.</summary>
internal static class Answer
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="RequestFailedException">The body is not what the protocol says.</exception>
    public static T Read<T>(Response response, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(response.Content.ToMemory());
        }
        catch (Exception corrupt) when (corrupt is JsonException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RequestFailedException(response.Status, "The service's answer cannot be read: " + corrupt.Message, null, corrupt);
        }
    }
}
