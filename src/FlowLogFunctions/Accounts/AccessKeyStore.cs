using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Accounts;

/// <summary>Rows of access keys, by their id; an id is unique over all accounts.</summary>
internal sealed class AccessKeyStore(ControlTable table)
{
    public async Task<AccessKey?> FindAsync(string id, CancellationToken cancellation) =>
        IsId(id) ? (await table.FindAsync<AccessKey>(ControlKeys.AccessKeys, id, cancellation))?.Value : null;

    /// <summary>False if the id is taken.</summary>
    public async Task<bool> AddAsync(AccessKey key, CancellationToken cancellation) =>
        await table.AddAsync(ControlKeys.AccessKeys, key.Id, key, cancellation) is not null;

    public Task RemoveAsync(string id, CancellationToken cancellation) =>
        table.RemoveAsync(ControlKeys.AccessKeys, id, null, cancellation);

    /// <summary>Keeps what is no id from becoming a storage key.</summary>
    private static bool IsId(string id) => id.Length is >= 8 and <= 64 && id.All(char.IsAsciiLetterOrDigit);
}
