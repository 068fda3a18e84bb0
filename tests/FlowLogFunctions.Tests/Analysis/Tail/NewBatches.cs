using FlowLog.Flows;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Tail;

/// <summary>Batches of the hour that is.</summary>
internal static class NewBatches
{
    private const int Records = 20;

    public static long HourOf(LogstoreSite site) => CaptureWindow.Floor(site.Time.Seconds, LogstoreKeys.SecondsPerHour);

    /// <summary>Stores batches one after the other; what is in them.</summary>
    public static async Task<List<FlowRecord>> StoreAsync(LogstoreSite site, LogstoreWorker worker, int firstStep, int batches)
    {
        var sent = new List<FlowRecord>();
        for (var step = firstStep; step < firstStep + batches; step++)
        {
            var records = SomeFlows.Of(new Random(step), HourOf(site), Records);
            Assert.Equal(0, await worker.IngestAsync(site.Message(step, 0, records)));
            sent.AddRange(records);
        }

        return sent;
    }
}
