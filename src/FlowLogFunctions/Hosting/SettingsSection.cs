using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Hosting;

/// <summary>A section of the settings as options. Values of another type are listed beside values out of bounds; all others are read.</summary>
internal sealed class SettingsSection<T>(IConfigurationSection section) : IConfigureOptions<T>, IValidateOptions<T>
    where T : class, new()
{
    public void Configure(T options)
    {
        var misfits = Misfits().Select(misfit => misfit.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fitting = misfits.Count == 0 ? section : Of(Values().Where(value => !misfits.Contains(value.Key)));
        fitting.Bind(options);
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        List<string> problems = [.. Misfits().Select(misfit => misfit.Problem), .. OutOfBounds(options)];
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>What the annotations of the options refuse, each with the setting's name.</summary>
    private IEnumerable<string> OutOfBounds(T options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{section.Path}:{string.Join(",", result.MemberNames)}: {result.ErrorMessage}");
    }

    private List<KeyValuePair<string, string?>> Values() => [.. section.AsEnumerable().Where(value => value.Value is not null)];

    /// <summary>Each value by itself, as reading ends at the first that does not fit.</summary>
    private IEnumerable<(string Key, string Problem)> Misfits()
    {
        foreach (var value in Values())
        {
            if (ProblemOf(value) is { } problem)
                yield return (value.Key, problem);
        }
    }

    private string? ProblemOf(KeyValuePair<string, string?> value)
    {
        try
        {
            Of([value]).Bind(new T());
            return null;
        }
        catch (InvalidOperationException fault)
        {
            return fault.Message;
        }
    }

    private IConfigurationSection Of(IEnumerable<KeyValuePair<string, string?>> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(section.Path);
}
