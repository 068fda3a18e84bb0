using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

public sealed partial class WorkflowTests
{
    private const string Workflows = ".github/workflows";

    public static TheoryData<string> Files => [.. RepositoryFolder.Files(Workflows, "*.yml")];

    [Theory, MemberData(nameof(Files))]
    public void Actions_ArePinnedByCommit(string path)
    {
        var used = Use().Matches(RepositoryFolder.Read(path)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", action));
    }

    [Theory, MemberData(nameof(Files))]
    public void Workflow_MayOnlyRead(string path) => Assert.Contains("\npermissions:\n  contents: read\n", RepositoryFolder.Read(path), StringComparison.Ordinal);

    [Fact]
    public void Npm_RunsNoInstallScripts() => Assert.Contains("ignore-scripts=true\n", RepositoryFolder.Read(".npmrc"), StringComparison.Ordinal);

    [GeneratedRegex(@"\buses: (.+)")]
    private static partial Regex Use();
}
