using FlowLogFunctions.Hosting;
using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Accounts;

/// <summary>Rows of sub-users, in their account's own partition.</summary>
internal sealed class UserStore(ControlTable table)
{
    private const string Kind = "user";

    public async Task<Stored<User>?> FindAsync(string accountId, string name, CancellationToken cancellation) =>
        User.NameComplaint(name) is null
            ? await table.FindAsync<User>(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, name), cancellation)
            : null;

    public Task<Page<Stored<User>>> PageAsync(string accountId, PageRequest page, CancellationToken cancellation) =>
        table.PageAsync<User>(ControlKeys.Partition(accountId), ControlKeys.Prefix(Kind), page, cancellation);

    /// <summary>Null if the name is taken.</summary>
    public Task<Stored<User>?> AddAsync(string accountId, User user, CancellationToken cancellation) =>
        table.AddAsync(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, user.Name), user, cancellation);

    /// <summary>Reads, judges and replaces a user.</summary>
    public Task<Outcome<Stored<User>>> ChangeAsync(
        string accountId, string name, Func<User, Outcome<User>> change, CancellationToken cancellation, string? ifMatch = null) =>
        User.NameComplaint(name) is null
            ? table.ChangeAsync(new(ControlKeys.Partition(accountId), ControlKeys.Row(Kind, name), "user", Missing(name)), ifMatch, change, cancellation)
            : Task.FromResult<Outcome<Stored<User>>>(Missing(name));

    /// <summary>Removes what was read; false if it was changed since.</summary>
    public Task<bool> RemoveAsync(string accountId, Stored<User> user, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(accountId), user.Row, user.ETag, cancellation);

    public static Refusal Missing(string name) =>
        new(Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound, "EntityNotExist.User", $"There is no user '{name}' in this account.");
}
