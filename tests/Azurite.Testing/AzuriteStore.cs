namespace FlowLogFunctions.Testing;

/// <summary>Where Azurite keeps what it stores.</summary>
public enum AzuriteStore
{
    /// <summary>In memory: gone when it stops.</summary>
    Memory,

    /// <summary>In a temporary folder, written every 5 s and on <see cref="Azurite.StopAsync"/>: there again after a restart.</summary>
    Disk,
}
