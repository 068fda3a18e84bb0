using FlowLogFunctions.Accounts;
using FlowLogFunctions.Storage;
using FlowLogFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLogFunctions.Tests.Accounts;

[Collection(ApiCollection.Name)]
public sealed class AccessKeyUsesTests(ApiFixture api)
{
    [Fact]
    public async Task Use_IsNotedAgainAfterTheInterval_NotBefore()
    {
        var (account, key) = (api.NewAccount().AccountId, "LTAIused");
        var time = new ManualTime(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var first = time.Now;
        var uses = new AccessKeyUses(api.Get<ControlTable>(), time, NullLogger<AccessKeyUses>.Instance);
        uses.Note(account, key);
        await UntilAsync(uses, account, key, first);

        time.Now += AccessKeyUses.Interval / 2;
        uses.Note(account, key);
        time.Now += AccessKeyUses.Interval / 2;
        uses.Note(account, key);

        await UntilAsync(uses, account, key, time.Now);
        Assert.Equal(time.Now, (await uses.AllAsync(account, default))[key]);
        await uses.ForgetAsync(account, key, default);
        Assert.Null(await uses.FindAsync(account, key, default));
    }

    /// <summary>Values seen on the way are none but the one before.</summary>
    private static async Task UntilAsync(AccessKeyUses uses, string account, string key, DateTimeOffset expected)
    {
        var before = await uses.FindAsync(account, key, default);
        for (var found = before; found != expected; found = await uses.FindAsync(account, key, default))
        {
            Assert.Equal(before, found);
            await Task.Delay(5);
        }
    }
}
