using System.Security.Cryptography;
using FlowLogFunctions.Accounts.Entra;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

internal static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConfiguredAccounts>()
            .Configure(options => configuration.GetSection(AccountOptions.Section).Bind(options.Accounts))
            .PostConfigure<TimeProvider, RandomNumberGenerator>((options, time, random) => options.Seal(time, random))
            .ValidateOnStart();
        services.AddOptions<EntraDirectories>()
            .Configure(options => configuration.GetSection(EntraDirectory.Section).Bind(options.Directories))
            .ValidateOnStart();
        services.AddSettings<OperatorOptions>(configuration, OperatorOptions.Section);
        return services
            .AddSingleton<IValidateOptions<ConfiguredAccounts>, ConfiguredAccountsValidation>()
            .AddSingleton<IValidateOptions<EntraDirectories>, EntraDirectoriesValidation>()
            .AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsValidation>()
            .AddSingleton<Operators>()
            .AddSingleton<EntraTokens>()
            .AddSingleton<AccessKeyStore>()
            .AddSingleton<AccessKeyUses>()
            .AddSingleton<KeyRingStore>()
            .AddSingleton<ListAccessKeys>()
            .AddSingleton<ChangeAccessKey>()
            .AddSingleton<Authentication>()
            .AddSingleton<DescribeAccount>()
            .AddSingleton<UserStore>()
            .AddSingleton<ListUsers>()
            .AddSingleton<CreateUser>()
            .AddSingleton<ChangeUser>()
            .AddSingleton<UserPolicies>()
            .AddSingleton<DeleteUser>()
            .AddSingleton<CreateAccessKey>()
            .AddSingleton<DeleteAccessKey>();
    }
}
