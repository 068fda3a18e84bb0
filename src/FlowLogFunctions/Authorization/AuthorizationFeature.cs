using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Authorization;

internal static class AuthorizationFeature
{
    public static IServiceCollection AddAuthorizationOfAccounts(this IServiceCollection services) => services
        .AddSingleton<AuthorizationStore>()
        .AddSingleton<DescribeAuthorization>()
        .AddSingleton<ConfirmAuthorization>()
        .AddSingleton<RevokeAuthorization>();
}
