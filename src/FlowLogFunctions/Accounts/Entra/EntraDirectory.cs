using System.Net;

namespace FlowLogFunctions.Accounts.Entra;

/// <summary>Settings <c>FlowLog:Entra:0</c>, <c>:1</c> …: whose tokens are taken, and for which account.</summary>
internal sealed class EntraDirectory
{
    public const string Section = "FlowLog:Entra";

    private static readonly string[] Shared = ["common", "organizations", "consumers"];

    /// <summary>The tenant's id; or else <see cref="Authority"/> says where its tokens come from.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Address of an issuer, below which its metadata lie.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The <c>aud</c> of tokens for this app: its client id, or its application ID URI.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The primary account that the tokens are for.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>The app role of those who are the primary account.</summary>
    public string PrimaryRole { get; set; } = "FlowLog.Primary";

    /// <summary>The app role of those who may do what a sub-user with full access may.</summary>
    public string FullAccessRole { get; set; } = "FlowLog.FullAccess";

    /// <summary>The app role of those who may only read.</summary>
    public string ReadOnlyRole { get; set; } = "FlowLog.ReadOnly";

    /// <summary>Where the tokens come from, without a slash at its end.</summary>
    public string Address => (Authority.Length > 0 ? Authority : $"https://login.microsoftonline.com/{TenantId}/v2.0").TrimEnd('/');

    public bool IsLocal => Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && IsLoopback(address);

    /// <summary>All that is wrong, each with the name of its setting.</summary>
    /// <param name="accounts">Ids of the accounts of the settings.</param>
    public IEnumerable<string> FindProblems(IReadOnlyCollection<string> accounts)
    {
        if (TenantId.Length > 0 == Authority.Length > 0)
            yield return $"{nameof(TenantId)} or {nameof(Authority)} must be given, and not both";
        if (TenantId.Length > 0 && !Guid.TryParseExact(TenantId, "D", out _))
            yield return $"{nameof(TenantId)} must be a GUID, such as 72f988bf-86f1-41af-91ab-2d7cd011db47";
        if (Authority.Length > 0 && !IsOneIssuer())
            yield return $"{nameof(Authority)} must be an https address of one tenant (http on this machine only), such as https://login.microsoftonline.com/<tenant>/v2.0";
        if (Audience.Length is 0 or > 256 || Audience.Any(char.IsWhiteSpace))
            yield return $"{nameof(Audience)} must be the app's client id or its application ID URI, 1 to 256 characters";
        if (!accounts.Contains(AccountId))
            yield return $"{nameof(AccountId)} must be one of {AccountOptions.Section}";
        string[] roles = [PrimaryRole, FullAccessRole, ReadOnlyRole];
        if (roles.Any(string.IsNullOrWhiteSpace) || roles.Distinct(StringComparer.Ordinal).Count() < roles.Length)
            yield return $"{nameof(PrimaryRole)}, {nameof(FullAccessRole)} and {nameof(ReadOnlyRole)} must be three different app roles";
    }

    private bool IsOneIssuer() =>
        Uri.TryCreate(Authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || IsLocal)
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
        && !address.Segments.Any(segment => Shared.Contains(segment.Trim('/'), StringComparer.OrdinalIgnoreCase));

    private static bool IsLoopback(Uri address) => IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? IPAddress.IsLoopback(ip) : address.Host == "localhost";
}
