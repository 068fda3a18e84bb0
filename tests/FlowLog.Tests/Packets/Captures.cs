using FlowLog.Packets;

namespace FlowLog.Tests.Packets;

/// <summary>Reads a whole capture.</summary>
internal static class Captures
{
    public static async Task<(List<CapturedFrame> Frames, CaptureDamage? Damage)> ReadAsync(byte[] bytes)
    {
        var reader = await CaptureReader.OpenAsync(new MemoryStream(bytes), CancellationToken.None);
        return (await RestAsync(reader), reader.Damage);
    }

    /// <summary>The packets that are left, with bytes of their own.</summary>
    public static async Task<List<CapturedFrame>> RestAsync(CaptureReader reader)
    {
        var frames = new List<CapturedFrame>();
        while (await reader.ReadAsync(CancellationToken.None))
            frames.Add(reader.Current with { Data = reader.Current.Data.ToArray() });
        return frames;
    }
}
