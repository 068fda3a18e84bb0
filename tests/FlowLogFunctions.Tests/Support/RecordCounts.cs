using FlowLog.Flows;

namespace FlowLogFunctions.Tests.Support;

/// <summary>How often each record is there; those that say the same are one.</summary>
internal sealed class RecordCounts : Dictionary<FlowRecord, int>
{
    public static RecordCounts Of(IEnumerable<FlowRecord> records)
    {
        var counts = new RecordCounts();
        foreach (var record in records)
            counts[record] = counts.GetValueOrDefault(record) + 1;
        return counts;
    }

    /// <summary>What these lack of others, or the others of these, said so that one can tell.</summary>
    public static string? Complaint(RecordCounts atLeast, RecordCounts found, RecordCounts atMost)
    {
        foreach (var (record, count) in atLeast)
        {
            if (found.GetValueOrDefault(record) < count)
                return $"{record.Start} {record.Flow} is there {found.GetValueOrDefault(record)} times, not {count}.";
        }

        foreach (var (record, count) in found)
        {
            if (count > atMost.GetValueOrDefault(record))
                return $"{record.Start} {record.Flow} is there {count} times, at most {atMost.GetValueOrDefault(record)} were sent.";
        }

        return null;
    }
}
