using FlowLogFunctions.Permissions;
using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>Every operation of the API, by callers who may not call it.</summary>
[Collection(AttackCollection.Name)]
public sealed class KeyAttacks(AttackFixture api)
{
    private static readonly IReadOnlyList<Operation> All = [.. Operation.All.Where(operation => operation.NeedsKey)];

    [Fact]
    public async Task WithoutAGoodKey_EveryOperationIsRefusedAlikeWhateverIsThere()
    {
        var victim = await api.VictimAsync();
        var (before, findings) = (await victim.StateAsync(), new Findings());
        foreach (var key in await BadKeys.OfEachSortAsync(api.NewAccount()))
        {
            var (caller, expected) = (api.As(key), key is null ? "MissingAccessKey" : "InvalidAccessKey");
            foreach (var operation in All)
            {
                var (there, nowhere) = (await caller.CallAsync(operation, victim.Has), await caller.CallAsync(operation, Belongings.OfNobody));
                if (there != nowhere || there.Status != 401 || there.Code != expected)
                    findings.Add($"{operation.Id} with {key}:\n{there}\nbut where nothing is:\n{nowhere}");
            }
        }

        findings.AssertNone();
        Assert.Equal(before, await victim.StateAsync());
    }

    [Fact]
    public async Task MalformedKeys_AreRefused()
    {
        var victim = await api.VictimAsync();
        var operation = All.Single(one => one.Id == "GetVpc");

        foreach (var key in BadKeys.Malformed(victim.Account, api.NewAccount()))
        {
            var answer = await api.As(key).CallAsync(operation, victim.Has);
            Assert.True(answer.Status == 401, $"{key}: {answer}");
            Assert.Equal(answer, await api.As(key).CallAsync(operation, Belongings.OfNobody));
        }
    }

    [Fact]
    public async Task ASubUserWithoutRights_MayDoNothing_AndLearnsNothing()
    {
        var account = await api.ThiefAsync();
        var caller = api.As(await WithoutRightsAsync(account.Account, "nothing"));
        var (before, findings) = (await account.StateAsync(), new Findings());
        foreach (var operation in All.Where(IsOfPolicies))
        {
            var there = (await caller.CallAsync(operation, account.Has)).Without(account.Has.Texts);
            var nowhere = (await caller.CallAsync(operation, Belongings.OfNobody)).Without(Belongings.OfNobody.Texts);
            if (there != nowhere || there is not { Status: 403, Code: "NoPermission" or "Forbidden.SubUser" })
                findings.Add($"{operation.Id}:\n{there}\nbut where nothing is:\n{nowhere}");
        }

        findings.AssertNone();
        Assert.Equal(before, await account.StateAsync());
    }

    [Fact]
    public async Task ASubUsersKeys_AreNoneOfAnothers()
    {
        var account = await api.ThiefAsync();
        var caller = api.As(await WithoutRightsAsync(account.Account, "curious"));
        foreach (var operation in All.Where(operation => operation.Id is "ChangeOwnAccessKey" or "DeleteOwnAccessKey"))
        {
            var there = (await caller.CallAsync(operation, account.Has)).Without(account.Has.Texts);
            Assert.Equal("EntityNotExist.User.AccessKey", there.Code);
            Assert.Equal(there, (await caller.CallAsync(operation, Belongings.OfNobody)).Without(Belongings.OfNobody.Texts));
        }
    }

    private static async Task<ApiClient> WithoutRightsAsync(ApiClient account, string name)
    {
        var user = await SubUser.CreateAsync(account, name);
        (await account.PatchAsync($"api/users/{name}", new { policies = Array.Empty<string>() })).Expect(System.Net.HttpStatusCode.OK);
        return user;
    }

    private static bool IsOfPolicies(Operation operation) =>
        ApiActions.ByFunction.GetValueOrDefault(operation.Id, ApiActions.Unknown).Access is Access.Policy or Access.Primary;
}
