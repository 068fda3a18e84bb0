using FlowLog.Flows;

namespace FlowLogFunctions.Tests.Support;

/// <summary>A batch as a message, and what is in it.</summary>
internal sealed record SentBatch(byte[] Message, IReadOnlyList<FlowRecord> Records)
{
    private volatile bool _isSent;
    private volatile bool _isDone;

    /// <summary>Whether some worker may have begun with it.</summary>
    public bool IsSent
    {
        get => _isSent;
        set => _isSent = value;
    }

    /// <summary>Whether some worker has come to its end with it.</summary>
    public bool IsDone
    {
        get => _isDone;
        set => _isDone = value;
    }
}
