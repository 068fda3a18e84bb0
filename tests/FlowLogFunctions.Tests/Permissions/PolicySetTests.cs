using FlowLogFunctions.Permissions;

namespace FlowLogFunctions.Tests.Permissions;

public sealed class PolicySetTests
{
    private const string Resource = "acs:vpc:cn-hangzhou:1:flowlog/fl-1";

    [Fact]
    public void NothingSaid_IsNotAllowed() => Assert.False(new PolicySet([]).Allows("vpc:CreateFlowLog", Resource));

    [Fact]
    public void Deny_WinsOverEveryAllow()
    {
        var policies = new PolicySet([Document(PolicyEffect.Deny, "vpc:Delete*", "*"), SystemPolicies.FullAccess]);

        Assert.False(policies.Allows("vpc:DeleteFlowLog", Resource));
        Assert.True(policies.Allows("vpc:CreateFlowLog", Resource));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("acs:vpc:*:*:flowlog/*", true)]
    [InlineData("acs:vpc:*:1:flowlog/fl-1", true)]
    [InlineData("acs:vpc:cn-hangzhou:1:*", true)]
    [InlineData("acs:*:*:*:*", true)]
    [InlineData("acs:vpc:cn-shanghai:*:flowlog/*", false)]
    [InlineData("acs:vpc:*:2:flowlog/*", false)]
    [InlineData("acs:log:*:*:*", false)]
    [InlineData("acs:vpc:*:*:flowlog/fl-2", false)]
    [InlineData("acs:vpc:*:flowlog/fl-1:*", false)]
    public void Resource_MatchesPartByPart(string pattern, bool allowed) =>
        Assert.Equal(allowed, new PolicySet([Document(PolicyEffect.Allow, "vpc:*", pattern)]).Allows("vpc:CreateFlowLog", Resource));

    [Fact]
    public void Action_MatchesInAnyCase() =>
        Assert.True(new PolicySet([Document(PolicyEffect.Allow, "VPC:createflowlog", "*")]).Allows("vpc:CreateFlowLog", Resource));

    [Fact]
    public void ReadOnlyAccess_AllowsWhatChangesNothing_AndNothingElse() => Assert.All(
        ApiActions.ByFunction.Values.Where(action => action.Access == Access.Policy),
        action => Assert.Equal(!action.Changes, new PolicySet([SystemPolicies.ReadOnlyAccess]).Allows(action.Name, "acs:x:::y")));

    private static PolicyDocument Document(PolicyEffect effect, string action, string resource) => new("1", [new(effect, [action], [resource])]);
}
