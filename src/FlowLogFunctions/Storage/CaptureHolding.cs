namespace FlowLogFunctions.Storage;

/// <summary>What an account holds in capture files beside one that is being handed over.</summary>
/// <param name="FilesOfEni">Files of the same ENI.</param>
/// <param name="Bytes">Of all files of the account, in all regions.</param>
internal sealed record CaptureHolding(int FilesOfEni, long Bytes);
