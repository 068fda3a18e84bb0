using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost.Settings;

/// <summary>The settings that name a storage account.</summary>
internal static class StorageSetting
{
    /// <summary>The account that triggers use when they name none.</summary>
    public const string Default = "AzureWebJobsStorage";

    /// <summary>Stands for Azurite on its well-known ports.</summary>
    public const string Development = "UseDevelopmentStorage=true";

    /// <summary>The connection string that a trigger names, looked up as the Functions host does.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public static string Find(IConfiguration settings, string function, string? name) =>
        Candidates(name).Select(candidate => settings[candidate]).FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?? throw new StartException($"The function {function}: the setting {name ?? Default} is missing.");

    public static bool IsDevelopment(string connection) =>
        connection.Trim().TrimEnd(';').Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Points everything that means Azurite's well-known ports at the given account.</summary>
    public static void Replace(ConfigurationManager settings, string connection)
    {
        var names = settings.AsEnumerable()
            .Where(setting => setting.Value is { } value && IsDevelopment(value))
            .Select(setting => setting.Key)
            .Append(Default)
            .Distinct()
            .ToDictionary(name => name, string? (_) => connection);
        settings.AddInMemoryCollection(names);
    }

    private static string[] Candidates(string? name) =>
        name is null ? [Default] : ["AzureWebJobs" + name, name, "ConnectionStrings:" + name];
}
