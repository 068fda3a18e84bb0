namespace FlowLog.Cli.Service;

/// <summary>Which service, and as whom.</summary>
/// <param name="Url">Ends with a slash; the API lies in <c>api/</c> below it.</param>
/// <param name="Key">Id and secret of an access key with a dot between.</param>
/// <param name="Region">The service's default region if null.</param>
internal sealed record ServiceAccess(Uri Url, string Key, string? Region)
{
    /// <summary>Where <c>./run</c> serves.</summary>
    public const string DefaultUrl = "http://127.0.0.1:7071";

    /// <exception cref="Failure">The address is none of a service, or the key cannot be one.</exception>
    public static ServiceAccess Of(Profile profile)
    {
        if (!Uri.TryCreate(profile.Url.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new Failure($"{profile.Url}: is no address of a service such as {DefaultUrl}");
        if (profile.Key.Length == 0 || profile.Key.Any(letter => letter is <= ' ' or > '~'))
            throw new Failure("the access key must be its id and its secret with a dot between", ExitCode.NotAllowed);
        return new(url, profile.Key, profile.Region);
    }

    /// <summary>Whether the key can be read by whoever carries it there.</summary>
    public bool IsInTheOpen => Url.Scheme == "http" && !Url.IsLoopback;
}
