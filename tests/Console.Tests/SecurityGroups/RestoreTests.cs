using System.Text.Json.Nodes;
using FlowLogFunctions.Console.Tests.Support;

namespace FlowLogFunctions.Console.Tests.SecurityGroups;

/// <summary>A former version of a security group comes back as a draft, and once it is saved, as the rules in force.</summary>
[Collection(EmptyConsole.Name)]
public sealed class RestoreTests(EmptyConsole.Shared console)
{
    [BrowserFact]
    public async Task FormerVersion_IsInForceAgain()
    {
        var vpc = await console.Api.MakeAsync("api/vpcs", new() { ["name"] = "restored", ["cidrBlock"] = "10.9.0.0/16" });
        var group = await console.Api.MakeAsync("api/securitygroups", new() { ["name"] = "gate", ["vpcId"] = vpc, ["rules"] = Rules("22/22", "443/443") });
        await console.Api.PutAsync($"api/securitygroups/{group}/rules", new() { ["rules"] = Rules("8080/8080") });

        await console.RunAsync(async session =>
        {
            var page = session.Page;
            await session.HoldKeyAsync();
            await session.GoToAsync($"/network/securitygroups/{group}?tab=versions");
            await page.GetByRole(AriaRole.Button, new() { Name = "Restore version 1 as a draft" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Port" }).First).ToHaveValueAsync("22/22");
            Assert.Equal(["8080/8080"], await PortsAsync(group));

            await page.GetByRole(AriaRole.Button, new() { Name = "Save rules" }).ClickAsync();

            await Assertions.Expect(page.GetByText("Version 3 is in force now.")).ToBeVisibleAsync();
        });

        Assert.Equal(["22/22", "443/443"], await PortsAsync(group));
    }

    private async Task<IEnumerable<string>> PortsAsync(string group) =>
        (await console.Api.GetAsync("api/securitygroups/" + group))["rules"]!.AsArray().Select(rule => (string)rule!["portRange"]!).Order(StringComparer.Ordinal);

    private static JsonArray Rules(params string[] ports) =>
        [.. ports.Select(port => new JsonObject { ["direction"] = "ingress", ["protocol"] = "tcp", ["portRange"] = port, ["cidr"] = "192.0.2.0/24" })];
}
