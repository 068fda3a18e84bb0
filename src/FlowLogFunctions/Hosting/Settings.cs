using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Hosting;

/// <summary>How features take settings: what is wrong with any of them keeps the app from starting, and is listed with all else that is.</summary>
internal static class Settings
{
    /// <summary>A section as options, checked by their annotations.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class, new()
    {
        var read = new SettingsSection<T>(configuration.GetSection(section));
        services.AddSingleton<IConfigureOptions<T>>(read).AddSingleton<IValidateOptions<T>>(read);
        return services.AddOptions<T>().ValidateOnStart();
    }

    /// <summary>A setting that is read as it is.</summary>
    /// <param name="problem">What is wrong if it is not right.</param>
    public static IServiceCollection AddSetting(this IServiceCollection services, Func<bool> isRight, string problem)
    {
        services.AddOptions<Others>().Validate(_ => isRight(), problem).ValidateOnStart();
        return services;
    }

    private sealed class Others;
}
