using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowLogFunctions.Accounts;

/// <summary>Removes an access key of a sub-user; it is not valid from that moment on. Only the primary account may.</summary>
internal sealed class DeleteAccessKey(UserStore users, AccessKeyStore keys)
{
    public async Task<Refusal?> RunAsync(Caller caller, string userName, string accessKeyId, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("remove access keys") is { } forbidden)
            return forbidden;
        if (!(await users.ChangeAsync(caller.AccountId, userName, user => Without(user, accessKeyId), cancellation)).Is(out _, out var refusal))
            return refusal;
        await keys.RemoveAsync(accessKeyId, cancellation);
        return null;
    }

    private static Outcome<User> Without(User user, string accessKeyId) => user.Holds(accessKeyId)
        ? user with { AccessKeys = [.. user.AccessKeys.Where(key => key.AccessKeyId != accessKeyId)] }
        : new Refusal(StatusCodes.Status404NotFound, "EntityNotExist.User.AccessKey", $"The user '{user.Name}' has no access key '{accessKeyId}'.");
}
