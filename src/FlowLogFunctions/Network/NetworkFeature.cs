using Microsoft.Extensions.DependencyInjection;

namespace FlowLogFunctions.Network;

internal static class NetworkFeature
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services
        .AddSingleton<NetworkDecisions>()
        .AddSingleton<FlowLogReferences>()
        .AddSingleton<RenameItem>()
        .AddSingleton<ListRegions>()
        .AddVpcs()
        .AddVSwitches()
        .AddEnis()
        .AddSecurityGroups()
        .AddPrefixLists();

    private static IServiceCollection AddVpcs(this IServiceCollection services) => services
        .AddSingleton<VpcStore>()
        .AddSingleton<CreateVpc>()
        .AddSingleton<DeleteVpc>();

    private static IServiceCollection AddVSwitches(this IServiceCollection services) => services
        .AddSingleton<VSwitchStore>()
        .AddSingleton<CreateVSwitch>()
        .AddSingleton<DeleteVSwitch>();

    private static IServiceCollection AddEnis(this IServiceCollection services) => services
        .AddSingleton<EniStore>()
        .AddSingleton<FormerEniStore>()
        .AddSingleton<EniPlacement>()
        .AddSingleton<CreateEni>()
        .AddSingleton<ChangeEni>()
        .AddSingleton<DescribeEni>()
        .AddSingleton<DeleteEni>();

    private static IServiceCollection AddSecurityGroups(this IServiceCollection services) => services
        .AddSingleton<SecurityGroupStore>()
        .AddSingleton<SecurityGroupVersionStore>()
        .AddSingleton<RuleReferences>()
        .AddSingleton<SecurityGroupRevision>()
        .AddSingleton<CreateSecurityGroup>()
        .AddSingleton<ChangeSecurityGroup>()
        .AddSingleton<DeleteSecurityGroup>()
        .AddSingleton<SecurityRules>();

    private static IServiceCollection AddPrefixLists(this IServiceCollection services) => services
        .AddSingleton<PrefixListStore>()
        .AddSingleton<FormerPrefixListStore>()
        .AddSingleton<CreatePrefixList>()
        .AddSingleton<ChangePrefixList>()
        .AddSingleton<DeletePrefixList>();
}
