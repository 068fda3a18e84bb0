using System.Runtime.InteropServices;

namespace FlowLogFunctions.Tests.Capture.Interfaces;

/// <summary>A test that makes network namespaces: skipped where that cannot be, but never in CI, where it fails then.</summary>
internal sealed class NamespacesFactAttribute : FactAttribute
{
    private static readonly string? Lacking = FindLacking();

    public NamespacesFactAttribute()
    {
        if (Lacking is not null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = Lacking;
    }

    private static string? FindLacking()
    {
        if (!OperatingSystem.IsLinux())
            return "Network namespaces are Linux's; this is " + RuntimeInformation.OSDescription;
        if (!Environment.IsPrivilegedProcess)
            return "Making network namespaces needs root.";
        try
        {
            var name = NetworkNamespace.NewName();
            Ip.Run($"netns add {name}");
            Ip.Run($"netns delete {name}");
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "Network namespaces cannot be made with ip (Debian's package iproute2): " + fault.Message.ReplaceLineEndings(" ");
        }
    }
}
