using FlowLog.Chunks;
using FlowLog.Flows;
using FlowLogFunctions.FlowLogs;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Poison;

/// <summary>What a message holds that could not be processed, as far as it can be read.</summary>
/// <param name="AccountId">Whose it is; null if it cannot be read, so that it is nobody's.</param>
/// <param name="Item">Null if it cannot be read.</param>
/// <param name="Batch">The batch and its rows; null if it holds none.</param>
/// <param name="Problem">What is wrong with it; null if it can be read.</param>
internal sealed record PoisonContent(PoisonMessage Message, string? AccountId, PoisonItem? Item, (Batch Batch, FlowColumns Rows)? Batch, string? Problem)
{
    private const string Failed = "it can be read, but every try to process it failed";

    /// <summary>Why it lies here, in a word for counters.</summary>
    public string Cause => Problem is null ? "failed" : "unreadable";

    /// <summary>For those who look at many messages: rows can be a thousand times as large as the message.</summary>
    public static PoisonContent WithoutRows(PoisonMessage message) => Of(message) with { Batch = null };

    public static PoisonContent Of(PoisonMessage message)
    {
        if (message.Content is not { } content)
            return Unreadable(message, "it is not base64");
        try
        {
            return message.Queue == QueueNames.Batches ? OfBatch(message, content) : OfChange(message, FlowLogChange.Read(content));
        }
        catch (Exception fault) when (fault is ChunkFormatException or FlowLogChangeException)
        {
            return Unreadable(message, fault.Message);
        }
    }

    private static PoisonContent OfBatch(PoisonMessage message, byte[] content)
    {
        var batch = BatchMessage.Decode(content);
        var rows = ChunkDecoder.Decode(batch.Chunk, FlowFields.All);
        var (starts, ends) = (rows.Numbers(FlowFields.Start).ToArray(), rows.Numbers(FlowFields.End).ToArray());
        var item = new PoisonItem(
            message.Id, message.Queue, batch.Region, batch.FlowLogIds, batch.Id, batch.EniId, Time(starts.DefaultIfEmpty(-1).Min()), Time(ends.DefaultIfEmpty(-1).Max()),
            rows.Count, Failed, message.InsertedAt);
        return new(message, batch.AccountId, item, (batch, rows), null);
    }

    private static PoisonContent OfChange(PoisonMessage message, FlowLogChange change)
    {
        var item = new PoisonItem(message.Id, message.Queue, change.Region, [change.FlowLogId], null, null, null, null, null, Failed, message.InsertedAt);
        return new(message, change.AccountId, item, null, null);
    }

    private static PoisonContent Unreadable(PoisonMessage message, string problem) => new(message, null, null, null, problem);

    /// <summary>Null for what no clock says.</summary>
    private static DateTimeOffset? Time(long seconds) => seconds is >= 0 and <= BatchStep.LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
