using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>
/// Every key of the control table. The partition is an account's region (<c>1000000000000001|cn-hangzhou</c>), an account
/// (<c>1000000000000001</c>) or a kind that spans accounts; the row is kind and id (<c>eni|eni-bp1…</c>), so that every list is one prefix.
/// </summary>
internal static class ControlKeys
{
    /// <summary>Parts of a key: not allowed in names and ids, sorts after letters and digits.</summary>
    public const char Separator = '|';

    /// <summary>The partition of all access keys.</summary>
    public const string AccessKeys = "accesskeys";

    /// <summary>The partition of the scopes that ever had a flow log: where capture looks.</summary>
    public const string Scopes = "scopes";

    /// <summary>The partition that claims Project names, which are unique over all accounts.</summary>
    public const string ProjectNames = "projectnames";

    /// <summary>The partition of deleted Logstores whose tables are to be cleaned.</summary>
    public const string DroppedLogstores = "droppedlogstores";

    /// <summary>The partition of the hours of Logstores that have been written to.</summary>
    public const string LogstoreHours = "logstorehours";

    /// <summary>The partition of what timers note of themselves.</summary>
    public const string Health = "health";

    /// <summary>The partition of an account's own rows: authorization, users.</summary>
    public static string Partition(string accountId) => accountId;

    public static string Partition(Scope scope) => $"{scope.AccountId}{Separator}{scope.Region}";

    /// <summary>The row of a kind and its id; what belongs to it (<c>logstore|project|name</c>) in further parts.</summary>
    public static string Row(params ReadOnlySpan<string> parts) => string.Join(Separator, parts!);

    /// <summary>The prefix of all rows below these parts.</summary>
    public static string Prefix(params ReadOnlySpan<string> parts) => string.Join(Separator, parts!) + Separator;
}
