using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace FlowLogFunctions.LocalHost;

/// <summary>The primary account of a host whose settings name none, kept in its data folder.</summary>
internal sealed record FirstAccount(string Id, string Name, string AccessKeyId, string AccessKeySecret)
{
    public const string Section = "FlowLog:Accounts:0";
    private const string FileName = "account.json";
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>What a client sends after "Bearer".</summary>
    public string Key => $"{AccessKeyId}.{AccessKeySecret}";

    /// <summary>The account of the settings; else the one of the data folder, made if missing, which the settings then name.</summary>
    /// <exception cref="StartException">The folder's account cannot be read or written.</exception>
    public static FirstAccount Ensure(ConfigurationManager settings, string dataFolder)
    {
        if (settings.GetSection(Section).GetChildren().Any())
            return new(Text(nameof(Id)), Text(nameof(Name)), Text(nameof(AccessKeyId)), Text(nameof(AccessKeySecret)));
        var account = ReadOrMake(Path.Combine(dataFolder, FileName));
        settings.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{Section}:{nameof(Id)}"] = account.Id,
            [$"{Section}:{nameof(Name)}"] = account.Name,
            [$"{Section}:{nameof(AccessKeyId)}"] = account.AccessKeyId,
            [$"{Section}:{nameof(AccessKeySecret)}"] = account.AccessKeySecret,
        });
        return account;

        string Text(string name) => settings[$"{Section}:{name}"] ?? "";
    }

    private static FirstAccount ReadOrMake(string file)
    {
        try
        {
            if (File.Exists(file))
                return JsonSerializer.Deserialize<FirstAccount>(File.ReadAllBytes(file), JsonSerializerOptions.Web) ?? throw new JsonException("no account");
            var made = Make();
            Write(file, made);
            return made;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file}: {problem.Message}");
        }
    }

    /// <summary>Secrets have 238 bits. The id's first digit is not 0, so that it reads as a number of 16 digits.</summary>
    private static FirstAccount Make() => new(
        RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", 15),
        "local",
        "AK" + RandomNumberGenerator.GetString(LettersAndDigits, 20),
        RandomNumberGenerator.GetString(LettersAndDigits, 40));

    /// <summary>Only the user may read it, from the first byte on.</summary>
    private static void Write(string file, FirstAccount account)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, account, JsonSerializerOptions.Web);
    }
}
