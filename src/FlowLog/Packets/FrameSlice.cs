namespace FlowLog.Packets;

/// <summary>A packet in the buffer: where its bytes are, and what its header says.</summary>
internal struct FrameSlice
{
    public int Start;
    public int Length;
    public int OriginalLength;
    public LinkType LinkType;
    public long TimeNanoseconds;
}
