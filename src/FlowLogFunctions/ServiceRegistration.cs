using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions;

/// <summary>The whole app's services. The Functions worker and the local host call the same method.</summary>
public static class ServiceRegistration
{
    public static IServiceCollection AddFlowLogFunctions(this IServiceCollection services, IConfiguration configuration) => services;
}
