using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Accounts;

/// <summary>Makes a sub-user, without keys yet. Only the primary account may.</summary>
internal sealed class CreateUser(UserStore users, TimeProvider time)
{
    private const int MaxDescriptionLength = 256;

    public async Task<Outcome<Versioned<UserAnswer>>> RunAsync(Caller caller, BodyReader body, CancellationToken cancellation)
    {
        if (caller.RefuseSubUser("make users") is { } forbidden)
            return forbidden;
        var name = body.Text("name", required: true, User.NameComplaint);
        var description = body.Text("description", rule: text => Texts.LengthComplaint(text, 0, MaxDescriptionLength));
        if (body.IsInvalid(out var refusal))
            return refusal;
        var user = new User(name!, description ?? "", time.GetUtcNow(), []);
        return await users.AddAsync(caller.AccountId, user, cancellation) is { } added
            ? added.Versioned.Select(value => UserAnswer.Of(value, new Dictionary<string, DateTimeOffset>()))
            : Refusal.Conflict("EntityAlreadyExists.User", $"There is a user '{name}' already.");
    }
}
