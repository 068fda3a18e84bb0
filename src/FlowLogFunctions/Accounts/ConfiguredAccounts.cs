using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using FlowLogFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Accounts;

/// <summary>The accounts of the settings, each with one access key.</summary>
internal sealed class ConfiguredAccounts
{
    private Dictionary<string, AccessKey> _keys = [];

    /// <summary>By their order in the settings.</summary>
    public IList<AccountOptions> Accounts { get; set; } = [];

    public AccessKey? Find(string accessKeyId) => _keys.GetValueOrDefault(accessKeyId);

    /// <summary>Ids of the keys that the settings give an account; sub-users have none.</summary>
    public IReadOnlyList<string> KeysOf(Identity owner) => [.. _keys.Values.Where(key => key.Owner == owner).Select(key => key.Id)];

    /// <summary>The refusal to change a key that comes from the settings; null for any other.</summary>
    public Refusal? RefuseChange(Identity owner, string accessKeyId) => Find(accessKeyId)?.Owner == owner
        ? Refusal.Conflict(
            "OperationDenied.AccessKey.Configured",
            $"The access key '{accessKeyId}' comes from the settings (FlowLog__Accounts__…__AccessKeyId); replace it there and start the app again.")
        : null;

    /// <summary>The account's name in the settings; its id if it has none.</summary>
    public string NameOf(string accountId) =>
        Accounts.FirstOrDefault(account => account.Id == accountId) is { Name.Length: > 0 } account ? account.Name : accountId;

    /// <summary>The accounts that a setting names; the only one where it names none, and there is only one.</summary>
    public IReadOnlySet<string> NamedOrOnly(IEnumerable<string> named)
    {
        HashSet<string> ids = [.. named];
        HashSet<string> all = [.. Accounts.Select(account => account.Id)];
        return ids.Count > 0 ? ids : all.Count == 1 ? all : [];
    }

    /// <summary>What is wrong with a setting that names accounts.</summary>
    /// <param name="others">What it may name besides.</param>
    /// <param name="more">What is said of those.</param>
    public ValidateOptionsResult Check(string setting, IList<string> ids, IReadOnlyList<string>? others = null, string more = "")
    {
        HashSet<string> known = [.. others ?? [], .. Accounts.Select(account => account.Id)];
        var problems = ids.Index().Where(id => !known.Contains(id.Item)).Select(id => $"{setting}:{id.Index} must be one of {AccountOptions.Section}{more}").ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>All that is wrong with the accounts of the settings.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Checks the accounts, and keeps only hashes of the secrets from here on.</summary>
    public void Seal(TimeProvider time, RandomNumberGenerator random)
    {
        Problems = [.. FindProblems()];
        _keys = Accounts
            .DistinctBy(account => account.AccessKeyId)
            .Select(account => AccessKey.Of(account.AccessKeyId, account.AccessKeySecret, new(account.Id, null), time.GetUtcNow(), random))
            .ToDictionary(key => key.Id, StringComparer.Ordinal);
        foreach (var account in Accounts)
            account.AccessKeySecret = "";
    }

    private IEnumerable<string> FindProblems()
    {
        for (var i = 0; i < Accounts.Count; i++)
        {
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(Accounts[i], new ValidationContext(Accounts[i]), results, validateAllProperties: true);
            foreach (var result in results)
                yield return $"{AccountOptions.Section}:{i}:{string.Join(",", result.MemberNames)} {result.ErrorMessage}";
        }

        foreach (var twice in Accounts.GroupBy(account => account.AccessKeyId).Where(group => group.Count() > 1))
            yield return $"{AccountOptions.Section}: access key id {twice.Key} is given to {twice.Count()} accounts";
    }
}
