using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Authorization;

/// <summary>The row of an account's confirmation; there is none before it confirms, and after it revokes.</summary>
internal sealed class AuthorizationStore(ControlTable table)
{
    private static readonly string Row = ControlKeys.Row("authorization");

    /// <summary>Whether the service may capture and write for this account.</summary>
    public async Task<bool> IsConfirmedAsync(string accountId, CancellationToken cancellation) =>
        await FindAsync(accountId, cancellation) is not null;

    public Task<Stored<Confirmation>?> FindAsync(string accountId, CancellationToken cancellation) =>
        table.FindAsync<Confirmation>(ControlKeys.Partition(accountId), Row, cancellation);

    /// <summary>Null if the account has confirmed before.</summary>
    public Task<Stored<Confirmation>?> AddAsync(string accountId, Confirmation confirmation, CancellationToken cancellation) =>
        table.AddAsync(ControlKeys.Partition(accountId), Row, confirmation, cancellation);

    public Task RemoveAsync(string accountId, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.Partition(accountId), Row, null, cancellation);
}
