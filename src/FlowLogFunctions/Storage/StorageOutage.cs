using Azure;

namespace FlowLogFunctions.Storage;

/// <summary>Tells a storage account that cannot be reached, or is too busy, from other faults.</summary>
internal static class StorageOutage
{
    /// <summary>True for failures that the same call may not meet again later. Retries have been made by then.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        // Status 0: there was no answer at all.
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        // Tries that took too long are cancelled by the client itself, and come together when the last has failed.
        AggregateException all => all.InnerExceptions.Any(inner => inner is OperationCanceledException || Is(inner)),
        _ => false,
    };
}
