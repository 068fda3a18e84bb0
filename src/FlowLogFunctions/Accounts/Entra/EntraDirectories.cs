using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts.Entra;

/// <summary>The directories of the settings; with none, no tokens are taken.</summary>
internal sealed class EntraDirectories
{
    public IList<EntraDirectory> Directories { get; set; } = [];
}

/// <summary>Refuses to start with directories whose tokens could not be judged, and says all that is wrong.</summary>
internal sealed class EntraDirectoriesValidation(IOptions<ConfiguredAccounts> configured) : IValidateOptions<EntraDirectories>
{
    public ValidateOptionsResult Validate(string? name, EntraDirectories options)
    {
        if (options.Directories.Count == 0)
            return ValidateOptionsResult.Success;
        var accounts = configured.Value.Accounts.Select(account => account.Id).ToHashSet();
        var problems = options.Directories
            .SelectMany((directory, number) => directory.FindProblems(accounts).Select(problem => $"{EntraDirectory.Section}:{number}:{problem}"))
            .Concat(options.Directories
                .GroupBy(directory => (directory.Address, directory.Audience))
                .Where(group => group.Count() > 1)
                .Select(group => $"{EntraDirectory.Section}: tokens of {group.Key.Address} for {group.Key.Audience} are taken {group.Count()} times"))
            .ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
