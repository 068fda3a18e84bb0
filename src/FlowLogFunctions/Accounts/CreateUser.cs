using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Makes a sub-user, without keys yet; with full access unless the body names other policies. Only the primary account may.</summary>
internal sealed class CreateUser(UserStore users, TimeProvider time)
{
    private const int MaxDescriptionLength = 256;

    private static readonly Dictionary<string, DateTimeOffset> NoUses = [];

    public async Task<Outcome<Versioned<UserAnswer>>> RunAsync(Caller caller, BodyReader body, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("make users") is { } forbidden)
            return forbidden;
        var name = body.Text("name", required: true, User.NameComplaint);
        var description = ReadDescription(body);
        var policies = ChangeUser.ReadPolicies(body);
        if (body.IsInvalid(out var refusal))
            return refusal;
        var user = new User(name!, description ?? "", time.GetUtcNow(), [], policies);
        return await users.AddAsync(caller.AccountId, user, cancellation) is { } added
            ? added.Versioned.Select(made => UserAnswer.Of(made, NoUses))
            : Refusal.Conflict("EntityAlreadyExists.User", $"There is a user '{name}' already.");
    }

    /// <summary>Null if there is none, or a wrong one.</summary>
    public static string? ReadDescription(BodyReader body) => body.Text("description", rule: text => Texts.LengthComplaint(text, 0, MaxDescriptionLength));
}
