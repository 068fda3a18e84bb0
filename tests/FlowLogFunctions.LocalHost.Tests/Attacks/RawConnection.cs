using System.Net.Sockets;
using System.Text;

namespace FlowLogFunctions.LocalHost.Tests.Attacks;

/// <summary>A TCP connection to the service over which anything can be sent.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    public async Task SendAsync(string text, CancellationToken cancellation = default) =>
        await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);

    /// <summary>Sends a byte, waits, and so on, until all is sent or the service has closed the connection.</summary>
    public async Task DripAsync(string text, TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            foreach (var letter in text)
            {
                await SendAsync(letter.ToString(), cancellation);
                await Task.Delay(pause, cancellation);
            }
        }
        catch (IOException)
        {
            // It was closed.
        }
    }

    /// <summary>All that comes until the service closes the connection.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken cancellation)
    {
        var (all, buffer) = (new StringBuilder(), new byte[8192]);
        try
        {
            for (int read; (read = await _client.GetStream().ReadAsync(buffer, cancellation)) > 0;)
                all.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // It was reset, which ends it too.
        }

        return all.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
