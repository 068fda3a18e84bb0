using FlowLogFunctions.FlowLogs;
using Subject = FlowLogFunctions.FlowLogs.FlowLog;

namespace FlowLogFunctions.Tests.FlowLogs;

public sealed class FlowLogTransitionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    private static readonly (FlowLogStatus From, FlowLogStatus Passing)[] Allowed =
    [
        (FlowLogStatus.Inactive, FlowLogStatus.Activating),
        (FlowLogStatus.Active, FlowLogStatus.Deactivating),
        (FlowLogStatus.Active, FlowLogStatus.Modifying),
        (FlowLogStatus.Inactive, FlowLogStatus.Modifying),
        (FlowLogStatus.Active, FlowLogStatus.Deleting),
        (FlowLogStatus.Inactive, FlowLogStatus.Deleting),
    ];

    [Fact]
    public void OnlyTheDocumentedTransitions_Begin()
    {
        foreach (var from in Enum.GetValues<FlowLogStatus>())
            foreach (var passing in Enum.GetValues<FlowLogStatus>())
            {
                var begun = In(from).Begin(passing, Now);

                Assert.Equal(Allowed.Contains((from, passing)), begun.Refusal is null);
                if (begun.Is(out var next, out var refusal))
                    Assert.Equal((passing, Now), (next.Status, next.StatusChangedAt));
                else
                    Assert.Equal((409, "InvalidStatus"), (refusal.Status, refusal.Code));
            }
    }

    [Theory]
    [InlineData(nameof(FlowLogStatus.Active))]
    [InlineData(nameof(FlowLogStatus.Inactive))]
    public void Modification_EndsInTheFormerState(string status)
    {
        var former = Enum.Parse<FlowLogStatus>(status);
        Assert.True(In(former).Begin(FlowLogStatus.Modifying, Now).Is(out var modifying, out _));

        var settled = modifying.Settle(Now.AddSeconds(1))!;

        Assert.Equal((former, null, Now.AddSeconds(1)), (settled.Status, settled.Former, settled.StatusChangedAt));
        Assert.Equal(In(former).ActiveSince, settled.ActiveSince);
        Assert.Equal(former == FlowLogStatus.Active, modifying.IsCapturing);
    }

    [Fact]
    public void Settling_EndsEveryPassingState()
    {
        Assert.Equal((FlowLogStatus.Active, Now), (In(FlowLogStatus.Activating).Settle(Now)!.Status, In(FlowLogStatus.Activating).Settle(Now)!.ActiveSince));
        Assert.Equal((FlowLogStatus.Inactive, null), (In(FlowLogStatus.Deactivating).Settle(Now)!.Status, In(FlowLogStatus.Deactivating).Settle(Now)!.ActiveSince));
        Assert.Null(In(FlowLogStatus.Deleting).Settle(Now));
        Assert.Equal(In(FlowLogStatus.Active), In(FlowLogStatus.Active).Settle(Now));
    }

    [Theory]
    [InlineData(nameof(FlowLogStatus.Activating), false)]
    [InlineData(nameof(FlowLogStatus.Active), true)]
    [InlineData(nameof(FlowLogStatus.Deactivating), false)]
    [InlineData(nameof(FlowLogStatus.Inactive), false)]
    [InlineData(nameof(FlowLogStatus.Deleting), false)]
    public void Traffic_IsCapturedWhileActive(string status, bool isCapturing) =>
        Assert.Equal(isCapturing, In(Enum.Parse<FlowLogStatus>(status)).IsCapturing);

    private static readonly IReadOnlyList<Tag> NoTags = [];

    private static Subject In(FlowLogStatus status) => new(
        "fl-1", "name", "", FlowLogResourceType.ENI, "eni-1", "vpc-1", TrafficType.All, "project", "logstore", 10, NoTags, null,
        status, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, status == FlowLogStatus.Active ? DateTimeOffset.UnixEpoch : null);
}
