namespace FlowLogFunctions.Capture;

/// <summary>
/// What a step may read: so many bytes, unpacked, of stock and as many of its windows, so that stock does not keep windows open. It counts only what
/// the plan and the files say: a step that is repeated ends at the same packet.
/// </summary>
internal sealed class StepBudget(long most)
{
    private long _stock;
    private long _windows;

    public bool Has(bool isStock) => (isStock ? _stock : _windows) < most;

    public void Take(bool isStock, long bytes)
    {
        if (isStock)
            _stock += bytes;
        else
            _windows += bytes;
    }
}
