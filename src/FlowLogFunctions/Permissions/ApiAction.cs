using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Routing;

namespace FlowLogFunctions.Permissions;

/// <summary>What a function does, in the terms of RAM.</summary>
/// <param name="Name">Alibaba Cloud's where it has one: <c>vpc:CreateFlowLog</c>.</param>
/// <param name="Resource">The end of the resource's name, with parts of the route in braces: <c>flowlog/{id}</c>.</param>
/// <param name="Changes">Whether it changes something; then it is recorded, also when it is refused.</param>
/// <param name="Cost">What a call takes of the caller's allowance; most take 1.</param>
internal sealed record ApiAction(string Name, string Resource, Access Access, bool Changes, int Cost)
{
    private string Service => Name[..Name.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The whole name: <c>acs:vpc:cn-hangzhou:1000000000000001:flowlog/fl-bp1…</c>; users and roles belong to no region.</summary>
    public string ResourceOf(Caller caller, RouteValueDictionary route)
    {
        var region = Service is "ram" or "sts" or "actiontrail" ? "" : caller.Region;
        return $"acs:{Service}:{region}:{caller.AccountId}:{Fill(caller, route)}";
    }

    private string Fill(Caller caller, RouteValueDictionary route) => string.Join('/', Resource.Split('/').Select(part => part switch
    {
        "{self}" => caller.UserName ?? "*",
        ['{', .. var name, '}'] => route[name]?.ToString() ?? "",
        _ => part,
    }));
}
