using System.CommandLine;

namespace FlowLog.Cli.FlowLogs;

/// <summary>The filters of the list of flow logs.</summary>
internal static class FlowLogFilters
{
    private static readonly (Option<string?> Option, string Parameter)[] Single =
    [
        (Option("--id", "ID", "Its id."), "flowLogId"),
        (Option("--name", "TEXT", "Part of the name, in any case."), "name"),
        (Option("--description", "TEXT", "Part of the description, in any case."), "description"),
        (Option("--resource-type", "TYPE", "ENI, VSwitch or VPC.", "ENI", "VSwitch", "VPC"), "resourceType"),
        (Option("--resource-id", "ID", "What it logs."), "resourceId"),
        (Option("--vpc-id", "ID", "The VPC, or what it logs lies in it."), "vpcId"),
        (Option("--traffic-type", "TYPE", "All, Allow or Drop.", "All", "Allow", "Drop"), "trafficType"),
        (Option("--project", "NAME", "Where its records go."), "project"),
        (Option("--logstore", "NAME", "Where its records go."), "logstore"),
        (Option("--status", "STATUS", "Its status.", "Activating", "Active", "Deactivating", "Inactive", "Modifying", "Deleting"), "status"),
        (Option("--resource-group-id", "ID", "Its resource group."), "resourceGroupId"),
    ];

    private static readonly Option<string[]> Tag = new("--tag") { Description = "A tag, also several times.", HelpName = "KEY[:VALUE]" };

    public static IEnumerable<Option> All => [.. Single.Select(filter => filter.Option), Tag];

    public static IReadOnlyList<(string Name, string? Value)> Of(ParseResult parsed) =>
    [
        .. Single.Select(filter => (filter.Parameter, parsed.GetValue(filter.Option))),
        .. (parsed.GetValue(Tag) ?? []).Select(tag => ("tag", (string?)tag)),
    ];

    private static Option<string?> Option(string name, string value, string description, params string[] completions)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = value };
        option.CompletionSources.Add(completions);
        return option;
    }
}
