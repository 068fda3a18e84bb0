using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.House;

/// <summary>
/// The codes of refusals that occur in the sources: every literal that looks like one, whatever it is passed to, so that no way of making
/// a refusal is overlooked. What else looks like one is listed here.
/// </summary>
internal static partial class RefusalCodes
{
    private static readonly IReadOnlyList<string> Folders = ["src/FlowLogFunctions", "src/FlowLog/Network", "src/FlowLogFunctions.LocalHost/Http"];

    private static readonly IReadOnlySet<string> OtherWords = new HashSet<string>
    {
        "AzureWebJobsStorage", "InstrumentationKey", "PartitionKey", "RowKey", "Timestamp", "FlowLogFunctions", "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore", "Azure", "By", "D10", "Multicast", "NotSampled", // names of storage, settings, meters, units and logs, a format
        "Cidr", "GroupId", "PrefixListId", // ends of properties' names
        "Bearer", "Project", "Logstore", "VSwitch", "IPv4", "IPv6", "Authorization", "ClientId", "Normal", // words of headers, messages, answers
        "Version", "Statement", "Effect", "Action", "Resource", "FlowLogFullAccess", "FlowLogReadOnlyAccess", // properties and names of policies
        "FlowLog.Primary", "FlowLog.FullAccess", "FlowLog.ReadOnly", // app roles
        "AuthorizationRevoked", "UnavaliableTarget", "NetworkInterface", "NotLogged", "ImpossibleTime", "KernelDrop", // values of answers and parameters
    };

    /// <summary>What <c>EniAddresses</c> puts the ends to that begin with a dot.</summary>
    private static readonly IReadOnlyList<string> Beginnings = ["InvalidPrivateIpAddress", "InvalidIpv6Address"];

    public static IReadOnlySet<string> InSources { get; } = FindAll();

    private static HashSet<string> FindAll()
    {
        var literals = Folders.SelectMany(folder => RepositoryFolder.FilesBelow(folder, "*.cs"))
            .SelectMany(path => Literal().Matches(Comment().Replace(RepositoryFolder.Read(path), "")))
            .Select(match => match.Groups[1].Value).ToHashSet();
        var ends = literals.Where(literal => literal[0] == '.').ToList();
        literals.UnionWith(from beginning in Beginnings from end in ends select beginning + end);
        literals.ExceptWith([.. ends, .. Beginnings, .. OtherWords]);
        // No address of an IPv6 block is reserved.
        literals.Remove("InvalidIpv6Address.Reserved");
        return literals;
    }

    /// <summary>Words that begin with a capital, which dots may join, or with a dot as the end of one; but for names of functions, also in the table of actions.</summary>
    [GeneratedRegex(@"(?<!Function\(|For\()""(?=[^""]*[a-z])(\.?[A-Z][A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
