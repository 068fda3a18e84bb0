using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Poison;

/// <summary>The timer that tells Logstores what lies in the poison queue.</summary>
internal sealed class NoteLostBatchesFunction(NoteLostBatches note)
{
    /// <summary>Each minute, between two runs of capture.</summary>
    private const string Schedule = "30 * * * * *";

    [Function("NoteLostBatches")]
    public Task NoteAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => note.RunAsync(cancellation);
}
