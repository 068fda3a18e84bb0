using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.LogService;

internal static class LogServiceFeature
{
    public static IServiceCollection AddLogService(this IServiceCollection services) => services
        .AddSingleton<ProjectStore>()
        .AddSingleton<ListProjects>()
        .AddSingleton<CreateProject>()
        .AddSingleton<ModifyProject>()
        .AddSingleton<DeleteProject>()
        .AddSingleton<LogstoreStore>()
        .AddSingleton<ListLogstores>()
        .AddSingleton<CreateLogstore>()
        .AddSingleton<ModifyLogstore>()
        .AddSingleton<DeleteLogstore>()
        .AddSingleton<DropOldDays>()
        .AddSingleton<SwitchReport>();
}
