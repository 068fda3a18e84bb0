using FlowLogFunctions.LocalHost.Tests.Support;

namespace FlowLogFunctions.LocalHost.Tests.Attacks;

/// <summary>The local host as a process of its own, without a sample.</summary>
public sealed class AttackedHost : IAsyncLifetime
{
    private TemporaryFolder? _folder;
    private LocalHostProcess? _process;

    public Uri Address { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _folder = new TemporaryFolder();
        _process = LocalHostProcess.Start(_folder.Path, "--port", "0", "--empty", "--storage", Path.Combine(_folder.Path, "data"));
        var announced = await _process.AnnouncementAsync();
        Address = new(announced[0].Split(' ')[^1][..^"/api".Length]);
        Key = announced[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder?.Dispose();
    }

    /// <summary>What the service answers to these bytes, until it closes the connection.</summary>
    internal async Task<string> SendAsync(string bytes)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        await using var connection = await RawConnection.OpenAsync(Address);
        await connection.SendAsync(bytes, patience.Token);
        return await connection.ReadToEndAsync(patience.Token);
    }

    /// <summary>A request that is right, and asks for the connection to be closed.</summary>
    internal async Task AssertServesAsync()
    {
        var answer = await SendAsync($"GET /api/account HTTP/1.1\r\nHost: {Address.Authority}\r\nAuthorization: Bearer {Key}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }
}
