using System.Net;

namespace FlowLogFunctions.LocalHost.Tests.Http;

/// <summary>Sends one piece, and the rest only once it is told that the first has arrived.</summary>
internal sealed class SlowContent(int pieces, int pieceBytes, Task firstArrived) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[pieceBytes];
        await stream.WriteAsync(piece);
        await stream.FlushAsync();
        await firstArrived;
        for (var i = 1; i < pieces; i++) await stream.WriteAsync(piece);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = (long)pieces * pieceBytes;
        return true;
    }
}
