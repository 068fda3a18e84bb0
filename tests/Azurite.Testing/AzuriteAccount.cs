namespace FlowLogFunctions.Testing;

/// <summary>The account that every Azurite has; its key is public.</summary>
public static class AzuriteAccount
{
    /// <summary>The account's name.</summary>
    public const string Name = "devstoreaccount1";

    /// <summary>The account's key, in base64.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    internal static Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/{Name}");
}
