namespace FlowLog.Packets;

/// <summary>A capture file format as a state machine over buffered bytes, so that the way of a packet has no await in it.</summary>
internal abstract class CaptureFormat
{
    /// <summary>The bytes wanted after <see cref="CaptureStep.More"/>, or to leave out after <see cref="CaptureStep.Skip"/>.</summary>
    public int Wanted { get; private set; }

    /// <summary>Start of the block that has been consumed in part, if one has.</summary>
    public long? OpenBlock { get; protected set; }

    public CaptureDamage? Damage { get; private set; }

    /// <summary>Looks at the next bytes. Consumes them only with <see cref="CaptureStep.Packet"/>, or where they are no packet.</summary>
    public abstract CaptureStep Next(CaptureBuffer buffer, ref FrameSlice frame);

    protected CaptureStep More(int count)
    {
        Wanted = count;
        return CaptureStep.More;
    }

    protected CaptureStep Skip(int count)
    {
        Wanted = count;
        return CaptureStep.Skip;
    }

    protected CaptureStep Damaged(CaptureDamageReason reason, long offset, string message)
    {
        Damage = new(reason, offset, message);
        return CaptureStep.Damaged;
    }
}
