using FlowLogFunctions.Health;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Tests.Health;

public sealed class HealthJudgementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly ServiceHealth Up = new(Reachability.Reachable, 1);
    private static readonly ServiceHealth Down = new(Reachability.Unreachable, 3000);
    private static readonly HealthServices AllUp = new(Up, Up, Up);

    [Fact]
    public void NothingWrong_IsHealthy_AlsoBeforeTheFirstRun()
    {
        Assert.Empty(Reasons(AllUp));
        Assert.Empty(Reasons(AllUp, new(9, 299, 0), Ran(CaptureResult.Done, 4), new(Now, 1, 1200)));
        Assert.Equal(HealthStatus.Healthy, HealthJudgement.StatusOf([]));
    }

    [Fact]
    public void WhatWantsLookingAt_Degrades()
    {
        HealthReason[] all = [HealthReason.PoisonMessages, HealthReason.QueueLag, HealthReason.CaptureFailed, HealthReason.CaptureLate, HealthReason.DeliveryLag];

        Assert.Equal(all, Reasons(AllUp, new(1, 301, 1), Ran(CaptureResult.DoneInPart, 6), new(Now, 1, 1201)));
        Assert.All(all, reason => Assert.Equal(HealthStatus.Degraded, HealthJudgement.StatusOf([reason])));
    }

    [Fact]
    public void AnyServiceOfStorageThatIsAway_IsUnhealthy_WhateverElse()
    {
        foreach (var services in new[] { AllUp with { Tables = Down }, AllUp with { Queues = Down }, AllUp with { Blobs = Down } })
            Assert.Equal(HealthStatus.Unhealthy, HealthJudgement.StatusOf([.. Reasons(services, new(0, null, 3))]));
    }

    private static CaptureNote Ran(CaptureResult result, int minutesAgo) =>
        new(Now, Now.AddMinutes(-minutesAgo), result, 1, 0, new Dictionary<string, DateTimeOffset>());

    private static List<HealthReason> Reasons(HealthServices services, QueueDepth? queue = null, CaptureNote? capture = null, DeliveryNote? delivery = null) =>
        [.. HealthJudgement.Reasons(services, queue, capture, delivery, Now)];
}
