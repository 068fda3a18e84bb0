using Microsoft.Azure.Functions.Worker.Builder;

namespace FlowLogFunctions.Worker.Tests;

public sealed class WithoutWorkerTests
{
    [Fact]
    public void App_SaysWhereItCanBeServed()
    {
        var builder = FunctionsApplication.CreateBuilder([]);

        var fault = Assert.Throws<NotSupportedException>(() => builder.Build());

        Assert.Contains("./run", fault.Message);
    }
}
