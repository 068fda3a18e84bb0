using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLog.Ledger;

namespace FlowLog.Tests.Ledger;

public class BatchStatementTests
{
    private const long Hour = 1_767_225_600;

    [Fact]
    public void Windows_SayWhatTheirRowsSay()
    {
        var statement = Of(
            Step(0, 600, 60),
            Ok(5), Ok(7), Ok(65, sampling: 100),
            Status(LogStatus.NoData, 120, 180), Status(LogStatus.NoData, 180, 240),
            Status(LogStatus.SkipData, 240, 300, "the ring was full"), Ok(250));

        Assert.Equal(
            [
                new(Hour, Hour + 60, MinuteState.Observed),
                new(Hour + 60, Hour + 120, MinuteState.Sampled, 100),
                new(Hour + 120, Hour + 240, MinuteState.NoTraffic),
                new(Hour + 240, Hour + 300, MinuteState.Skipped, 0, "the ring was full"),
            ],
            statement.Windows);
    }

    [Fact]
    public void WindowAtTheStepsEdge_EndsThere()
    {
        var statement = Of(Step(90, 150, 600), Ok(100), Ok(20), Status(LogStatus.SkipData, 0, 600, "no source"));

        Assert.Equal(
            [new(Hour, Hour + 90, MinuteState.Observed), new(Hour + 90, Hour + 150, MinuteState.Skipped, 0, "no source")],
            statement.Windows);
    }

    [Fact]
    public void RowsOfOtherHours_AreSaidInTheirHoursAndTheStepLast()
    {
        var statement = Of(Step(0, 60, 60), Ok(-7200), Ok(-3600), Ok(10)) with { FlowLogs = [new("fl-1", 3, 3, Hour)] };

        Assert.Equal([Hour - 7200, Hour - 3600, Hour], statement.Hours);
        Assert.Equal([new(Hour - 7200, Hour - 7140, MinuteState.Observed)], statement.In(Hour - 7200).Windows);
        Assert.Empty(statement.In(Hour - 7200).FlowLogs);
        Assert.Single(statement.In(Hour).FlowLogs);
    }

    [Fact]
    public void EmptyBatch_SpeaksOfItsStepsHour()
    {
        var statement = Of(Step(0, 60, 60));

        Assert.Empty(statement.Windows);
        Assert.Equal([Hour], statement.Hours);
    }

    [Fact]
    public void ImpossibleStarts_SayNothing()
    {
        var rows = FlowColumns.Of([new FlowRecord { Start = long.MaxValue, End = long.MaxValue }, new FlowRecord { Start = long.MaxValue - 1, Status = LogStatus.NoData }]);

        Assert.Empty(BatchStatement.Of(Batch(Step(0, 60, 60)), rows)!.Windows);
    }

    private static BatchStep Step(int from, int until, int interval) => new(Hour + from, Hour + until, interval, Hour, Hour + until, 0, 1, "");

    private static BatchStatement Of(BatchStep step, params FlowRecord[] records) => BatchStatement.Of(Batch(step), FlowColumns.Of(records))!;

    private static Batch Batch(BatchStep step) => new()
    {
        Id = "eni-1-00000001-0000",
        AccountId = "1",
        Region = "cn-hangzhou",
        EniId = "eni-1",
        FlowLogIds = ["fl-1"],
        Chunk = ChunkEncoder.Encode(FlowColumns.Of([])),
        Step = step,
    };

    private static FlowRecord Ok(int start, int sampling = 0) => new() { Start = Hour + start, End = Hour + start + 1, SamplingRate = sampling };

    private static FlowRecord Status(LogStatus status, int start, int end, string reason = "") =>
        new() { Status = status, Start = Hour + start, End = Hour + end, SkipReason = reason };
}
