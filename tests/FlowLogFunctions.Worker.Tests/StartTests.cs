using FlowLogFunctions.Worker.Tests.Host;

namespace FlowLogFunctions.Worker.Tests;

/// <summary>A worker that must not start.</summary>
public sealed class StartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WrongSettings_AreAllNamedOnALineEach_AndTheWorkerExits()
    {
        await using var rpc = await RpcServer.StartAsync();
        var settings = AppUnderTest.Settings("UseDevelopmentStorage=true");
        settings["FlowLog__Accounts__0__AccessKeySecret"] = "short";
        settings["FlowLog__Limits__Burst"] = "0";
        settings["FlowLog__Tail__Seconds"] = "1000";
        settings["FlowLog__Limits__TrustedProxies"] = "one";
        settings["AzureWebJobsStorage"] = "no storage";
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector";
        await using var worker = WorkerProcess.Start(FunctionsHost.App, rpc.Address, "worker", settings);

        var status = await worker.ExitAsync(Patience);

        var lines = worker.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(status == 1, worker.Errors);
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("Settings error: ", line));
        foreach (var named in (string[])["AccessKeySecret", "Burst", "Seconds", "TrustedProxies", "AzureWebJobsStorage", "OTEL_EXPORTER_OTLP_ENDPOINT"])
            Assert.Contains(lines, line => line.Contains(named, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("short", StringComparison.Ordinal));
    }
}
