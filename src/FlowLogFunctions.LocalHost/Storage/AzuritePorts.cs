using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FlowLogFunctions.LocalHost.Storage;

/// <summary>TCP ports of Azurite's services on 127.0.0.1; 0 takes a free one.</summary>
internal readonly record struct AzuritePorts(int Blob, int Queue, int Table)
{
    private const string Account = "devstoreaccount1";

    /// <summary>The same for everyone and public.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static readonly AzuritePorts WellKnown = new(10000, 10001, 10002);

    public static readonly AzuritePorts Any;

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Queue}/{Account};TableEndpoint=http://127.0.0.1:{Table}/{Account};");

    private int[] All => [Blob, Queue, Table];

    public bool AreFree() => All.All(IsFree);

    /// <summary>Whether an Azurite answers on all three.</summary>
    public async Task<bool> AnswerAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var port in All)
            if (!await AnswersAsync(client, port, cancellation))
                return false;
        return true;
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, int port, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/{Account}"), cancellation);
            return answer.Headers.Server.ToString().StartsWith("Azurite", StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
