using System.Text.RegularExpressions;

namespace FlowLogFunctions.Tests.Attacks.Support;

/// <summary>All that an answer tells its reader: nothing that differs may tell what is there.</summary>
/// <param name="Headers">In order, without those that differ each time.</param>
internal sealed partial record AttackAnswer(int Status, string Headers, string Body)
{
    /// <summary>The code of a refusal; null if it is none.</summary>
    public string? Code => CodeInBody().Match(Body) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The answer with every occurrence of some texts hidden, for comparison with an answer about others.</summary>
    public AttackAnswer Without(params IEnumerable<string> texts) => texts.OrderByDescending(text => text.Length).Aggregate(
        this, (answer, text) => text.Length == 0 ? answer : answer with { Body = Hidden(answer.Body, text), Headers = Hidden(LengthOfBody().Replace(answer.Headers, ""), text) });

    public override string ToString() => $"{Status}\n{Headers}\n{Body}";

    private static string Hidden(string where, string text) => where.Replace(text, "…", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\"code\":\"([^\"]+)\"")]
    private static partial Regex CodeInBody();

    [GeneratedRegex("Content-Length: [0-9]+\n?")]
    private static partial Regex LengthOfBody();
}
