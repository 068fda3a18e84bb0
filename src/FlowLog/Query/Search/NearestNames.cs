namespace FlowLog.Query.Search;

/// <summary>Names that may have been meant.</summary>
internal static class NearestNames
{
    private const int MostNamed = 3;
    private const int MostLetters = 40;

    /// <summary>What other flow logs and tools call our fields.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["src"] = "srcaddr",
        ["src-ip"] = "srcaddr",
        ["sa"] = "srcaddr",
        ["source"] = "srcaddr",
        ["dst"] = "dstaddr",
        ["dst-ip"] = "dstaddr",
        ["da"] = "dstaddr",
        ["destination"] = "dstaddr",
        ["ip"] = "host",
        ["addr"] = "host",
        ["address"] = "host",
        ["sport"] = "srcport",
        ["dport"] = "dstport",
        ["proto"] = "protocol",
        ["interface-id"] = "eni-id",
        ["subnet-id"] = "vswitch-id",
        ["instance-id"] = "vm-id",
        ["flow-direction"] = "direction",
        ["status"] = "log-status",
        ["flags"] = "tcp-flags",
        ["time"] = "__time__",
        ["rule"] = "rule-id",
    };

    /// <summary>The end of a sentence that names the nearest, or says that there is none.</summary>
    public static string Of(string text, IEnumerable<string> names)
    {
        var word = text.ToLowerInvariant().Replace('_', '-');
        if (word.Length > MostLetters)
            return "no name is near to it";
        var near = names
            .Select(name => (Name: name, Distance: Elsewhere.GetValueOrDefault(word) == name ? 0 : Distance(word, name.ToLowerInvariant().Replace('_', '-'))))
            .Where(pair => pair.Distance <= Math.Max(1, word.Length / 3))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name).Take(MostNamed).ToList();
        return near switch
        {
            [] => "no name is near to it",
            [var only] => $"the nearest is {only}",
            _ => $"the nearest are {string.Join(", ", near)}",
        };
    }

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[one.Length, other.Length];
    }
}
