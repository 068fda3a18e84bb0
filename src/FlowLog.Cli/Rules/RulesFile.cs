using System.Globalization;
using System.Text.Json;
using FlowLog.Flows;
using FlowLog.Network;

namespace FlowLog.Cli.Rules;

/// <summary>
/// An ENI's security groups from a JSON file: one group, a list of groups, what the API answers for either, or an object with
/// <c>securityGroups</c>, <c>prefixLists</c> and <c>members</c> (addresses by group). docs/command-line.md has the format.
/// </summary>
internal static class RulesFile
{
    /// <param name="own">The ENI's addresses: it is a member of its own groups.</param>
    /// <exception cref="Failure">The file cannot be read, or something in it is wrong; the message has everything at once.</exception>
    public static SecurityGroupHistory Read(string file, IReadOnlyList<IpAddress> own)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var problems = new JsonProblems();
            var history = Read(problems, json.RootElement, own);
            return problems.All.Count == 0 ? history : throw new Failure(string.Join('\n', problems.All.Select(problem => $"{file}: {problem}")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new Failure($"{file}: {fault.Message}");
        }
    }

    private static SecurityGroupHistory Read(JsonProblems problems, JsonElement root, IReadOnlyList<IpAddress> own)
    {
        var groups = Groups(problems, root).Select(group => Group(problems, group.Element, group.Place)).ToList();
        if (groups.Count == 0)
            problems.Add("$", "has no security group: give one, a list of them, or an object with securityGroups.");
        var lists = problems.List(root, "$", "prefixLists").Select(list => List(problems, list.Element, list.Place)).ToList();
        var ownGroups = groups.Select(group => group.Id).ToHashSet();
        var members = Members(problems, root).Select(group => new Membership(group.Value, [group.Key])).Append(new Membership([.. own], [.. ownGroups]));
        return new(groups, Always(members, ownGroups), [.. lists.Select(list => new Dated<PrefixList>(list))]);
    }

    /// <summary>Members that were so all the time.</summary>
    private static MemberHistory Always(IEnumerable<Membership> members, IEnumerable<string> groups)
    {
        var all = members.ToList();
        return new(all.Select(member => new[] { new Dated<Membership>(member) }), all.SelectMany(member => member.GroupIds).Concat(groups).ToHashSet());
    }

    private static IEnumerable<(JsonElement Element, string Place)> Groups(JsonProblems problems, JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray().Select((element, i) => (element, $"$[{i}]")),
        JsonValueKind.Object when root.TryGetProperty("securityGroups", out _) => problems.List(root, "$", "securityGroups"),
        JsonValueKind.Object when root.TryGetProperty("items", out _) => problems.List(root, "$", "items"),
        JsonValueKind.Object when root.TryGetProperty("rules", out _) => [(root, "$")],
        _ => [],
    };

    private static SecurityGroup Group(JsonProblems problems, JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("rules", out _))
            problems.Add(place, "must be a security group: an object with rules.");
        var type = problems.Choice(json, place, "type", SecurityGroupType.Normal);
        var updated = problems.Text(json, place, "updatedAt", text => TimeOf(text) is null ? "must be a time such as 2026-01-31T12:00:00Z." : null);
        return new()
        {
            Id = problems.Text(json, place, "id") ?? problems.Text(json, place, "name") ?? place,
            Type = type,
            InnerAccess = problems.Choice(json, place, "innerAccessPolicy", type == SecurityGroupType.Normal ? InnerAccess.Accept : InnerAccess.Drop),
            Version = problems.Number(json, place, "version") ?? 1,
            EffectiveFrom = updated is null ? 0 : TimeOf(updated)!.Value.ToUnixTimeMilliseconds(),
            Rules = [.. problems.List(json, place, "rules").Select(rule => RuleReader.Read(problems, rule.Element, rule.Place))],
        };
    }

    private static PrefixList List(JsonProblems problems, JsonElement json, string place) => new(
        problems.Text(json, place, "id", required: true) ?? "",
        [.. problems.Texts(json, place, "entries", RuleReader.BlockRule).Select(Cidr.Parse)]);

    private static Dictionary<string, IReadOnlyList<IpAddress>> Members(JsonProblems problems, JsonElement root)
    {
        var members = new Dictionary<string, IReadOnlyList<IpAddress>>(StringComparer.Ordinal);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("members", out var json) || json.ValueKind != JsonValueKind.Object)
            return members;
        foreach (var group in json.EnumerateObject())
        {
            var texts = problems.Texts(json, "$.members", group.Name, text => IpAddress.TryParse(text, out _) ? null : "must be an IP address.");
            members[group.Name] = [.. texts.Select(IpAddress.Parse)];
        }

        return members;
    }

    private static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
