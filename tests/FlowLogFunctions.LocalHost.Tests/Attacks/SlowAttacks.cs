using FlowLogFunctions.LocalHost.Tests.Support;

namespace FlowLogFunctions.LocalHost.Tests.Attacks;

/// <summary>Clients that send or take next to nothing, and leave their connection open: others are served, and in the end the service closes it.</summary>
public sealed class SlowAttacks(AttackedHost host) : IClassFixture<AttackedHost>
{
    private const int Connections = 50;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public Task SlowHeaders_AreEnded() => AttackAsync($"GET /api/account HTTP/1.1\r\nHost: x\r\nX-Slow: {new string('x', 1_000)}");

    [Fact]
    public Task SlowBodies_AreEnded() => AttackAsync(new string('x', 1_000), "POST /api/vpcs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Length: 1000\r\n\r\n");

    [Fact]
    public Task SlowChunks_AreEnded() => AttackAsync(
        string.Concat(Enumerable.Repeat("1\r\nx\r\n", 200)), "POST /api/vpcs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nTransfer-Encoding: chunked\r\n\r\n");

    [Fact]
    public Task SlowCaptureFiles_AreEnded() => AttackAsync(
        new string('x', 1_000), "PUT /api/enis/eni-none/captures/slow.pcap HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Length: 1000000\r\n\r\n");

    [Fact]
    public async Task ABodyThatEndsEarly_ChangesNothing()
    {
        await using (var connection = await RawConnection.OpenAsync(host.Address))
            await connection.SendAsync($"POST /api/vpcs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {host.Key}\r\nContent-Length: 100\r\n\r\n{{\"cidrBlock\":\"10.0.0.0/8\"}}");

        var vpcs = await host.SendAsync($"GET /api/vpcs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {host.Key}\r\nConnection: close\r\n\r\n");
        Assert.Contains("\"items\":[]", vpcs, StringComparison.Ordinal);
    }

    private async Task AttackAsync(string drops, string head = "")
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RawConnection.OpenAsync(host.Address)));
        var ends = connections.Select(async connection =>
        {
            await connection.SendAsync(head.Replace("{key}", host.Key, StringComparison.Ordinal), patience.Token);
            var dripping = connection.DripAsync(drops, Second, patience.Token);
            var answer = await connection.ReadToEndAsync(patience.Token);
            return (answer, dripping.IsCompleted);
        }).ToList();

        await host.AssertServesAsync();

        Assert.All(await Task.WhenAll(ends), end => Assert.True(end.answer.Length == 0 || end.answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), end.answer));
        await host.AssertServesAsync();
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }
}
