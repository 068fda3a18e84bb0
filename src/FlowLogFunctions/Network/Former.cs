namespace FlowLogFunctions.Network;

/// <summary>A state that a resource no longer has.</summary>
/// <param name="Id">Of the resource, which may be gone.</param>
/// <param name="Until">When the state ended.</param>
internal abstract record Former(string Id, DateTimeOffset Until)
{
    /// <summary>Unix milliseconds, exclusive.</summary>
    public long UntilMilliseconds => Until.ToUnixTimeMilliseconds();
}
