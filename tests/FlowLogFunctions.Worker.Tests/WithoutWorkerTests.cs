namespace FlowLogFunctions.Worker.Tests;

public sealed class WithoutWorkerTests
{
    [Fact(Skip = "Built with the stand-ins of offline/: there is no Functions worker to run the app.")]
    public void App_RunsUnderItsWorker()
    {
    }
}
