namespace Azure.Data.Tables.Protocol;

/// <summary>The parts of a storage connection string that the Table service needs.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // The emulator's account is the same everywhere and no secret.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EmulatorEndpoint = "http://127.0.0.1:10002/" + EmulatorAccount;

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="FormatException">It is not one, or does not tell endpoint, account and key.</exception>
    /// <exception cref="NotSupportedException">It has a shared access signature.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
            return bool.TryParse(emulator, out var use) && use ? Emulator() : throw Invalid();
        if (settings.ContainsKey("SharedAccessSignature"))
            throw new NotSupportedException("This stand-in for Azure.Data.Tables takes no shared access signature.");
        if (!settings.TryGetValue("AccountName", out var account) || !settings.TryGetValue("AccountKey", out var key)) throw Invalid();
        return new(EndpointOf(settings, account), new TableSharedKeyCredential(account, key));
    }

    private static TableConnectionString Emulator() =>
        new(new Uri(EmulatorEndpoint), new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));

    private static Uri EndpointOf(Dictionary<string, string> settings, string account)
    {
        if (!settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
            endpoint = $"{protocol}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}/";
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? uri : throw Invalid();
    }

    // A value may contain "=": keys in base64 end with it.
    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new FormatException("Settings must be of the form \"name=value\".");
            if (!settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
                throw new FormatException($"Duplicate setting '{part[..equals]}' found.");
        }

        return settings;
    }

    private static FormatException Invalid() => new("No valid combination of account information found.");
}
