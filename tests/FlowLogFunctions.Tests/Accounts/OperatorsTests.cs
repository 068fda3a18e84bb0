using FlowLogFunctions.Accounts;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Accounts;

public sealed class OperatorsTests
{
    [Theory]
    [InlineData("1", "", "1")]
    [InlineData("1 1", "", "1")]
    [InlineData("1 2", "", "")]
    [InlineData("", "", "")]
    [InlineData("1 2 3", "2 3", "2 3")]
    public void AreThoseOfTheSettings_OrTheOnlyAccount(string accounts, string named, string operators)
    {
        var found = new Operators(Options.Create(new OperatorOptions { AccountIds = Words(named) }), Configured(accounts));

        Assert.Equal(Words(operators), Words("1 2 3").Where(found.Include));
    }

    [Fact]
    public void WhoIsNoAccount_IsNoOperator()
    {
        var validation = new OperatorOptionsValidation(Configured("1 2"));

        Assert.True(validation.Validate(null, new() { AccountIds = Words("2 1") }).Succeeded);
        Assert.Equal(
            ["FlowLog:Operators:AccountIds:0 must be one of FlowLog:Accounts", "FlowLog:Operators:AccountIds:2 must be one of FlowLog:Accounts"],
            validation.Validate(null, new() { AccountIds = Words("3 1 x") }).Failures);
    }

    private static IOptions<ConfiguredAccounts> Configured(string ids) => Options.Create(new ConfiguredAccounts { Accounts = [.. Words(ids).Select(id => new AccountOptions { Id = id })] });

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
