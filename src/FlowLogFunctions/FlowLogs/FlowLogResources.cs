using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.FlowLogs;

/// <summary>Finds the resource of a flow log in the network inventory.</summary>
internal sealed class FlowLogResources(ControlTable table)
{
    /// <summary>What is read of an ENI's or VSwitch's row.</summary>
    private sealed record NetworkResource(string? VpcId);

    private enum RequestedResource
    {
        ENI,
        VSwitch,
        VPC,
        NetworkInterface,
    }

    /// <summary>Reads <c>resourceType</c>, under all the names that Alibaba Cloud has for it.</summary>
    public static FlowLogResourceType? TypeOf(BodyReader body) => body.Choice<RequestedResource>("resourceType", required: true) switch
    {
        null => null,
        RequestedResource.VSwitch => FlowLogResourceType.VSwitch,
        RequestedResource.VPC => FlowLogResourceType.VPC,
        _ => FlowLogResourceType.ENI,
    };

    /// <summary>The VPC of a resource, or the VPC itself; null if there is no such resource in this scope.</summary>
    public async Task<string?> FindVpcAsync(Scope scope, FlowLogResourceType type, string id, CancellationToken cancellation)
    {
        if (!FlowLogTexts.IsId(id))
            return null;
        var found = await table.FindAsync<NetworkResource>(ControlKeys.Partition(scope), ControlKeys.Row(Kind(type), id), cancellation);
        return found is null ? null : type == FlowLogResourceType.VPC ? id : found.Value.VpcId ?? "";
    }

    private static string Kind(FlowLogResourceType type) => type switch
    {
        FlowLogResourceType.ENI => "eni",
        FlowLogResourceType.VSwitch => "vswitch",
        _ => "vpc",
    };
}
