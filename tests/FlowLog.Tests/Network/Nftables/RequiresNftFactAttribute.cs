namespace FlowLog.Tests.Network.Nftables;

/// <summary>A test that needs the kernel's own filter. Skipped where it cannot be had; with <c>CI=true</c> it fails there instead.</summary>
public sealed class RequiresNftFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Find);

    public RequiresNftFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
            Skip = Missing.Value;
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "Needs root on Linux, for network namespaces.";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        foreach (var (command, package) in new[] { ("ip", "iproute2"), ("nft", "nftables") })
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, command))))
                return $"Needs the command {command}, of Debian's package {package}.";
        try
        {
            using var network = new KernelNetwork();
            network.Load("table netdev t { chain c { type filter hook ingress device in priority 0; } }");
            return null;
        }
        catch (InvalidOperationException fault)
        {
            return "Needs a kernel with network namespaces and nftables: " + fault.Message;
        }
    }
}
