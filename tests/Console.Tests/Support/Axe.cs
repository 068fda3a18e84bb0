using System.Text.Json;
using FlowLogFunctions.Testing;
using Xunit.Abstractions;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>axe-core, which finds what keeps people out.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Repository.Path("node_modules", "axe-core", "axe.min.js")));

    /// <summary>Fails on what is serious or critical; the rest goes to the test's output.</summary>
    public static async Task CheckAsync(IPage page, ITestOutputHelper output)
    {
        await page.EvaluateAsync(Source.Value);
        var answer = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        var violations = answer.GetProperty("violations").EnumerateArray().Select(Violation.Of).ToList();
        foreach (var small in violations.Where(violation => !violation.IsGrave)) output.WriteLine($"{page.Url}: {small}");
        var grave = violations.Where(violation => violation.IsGrave).ToList();
        Assert.True(grave.Count == 0, $"{page.Url}: {string.Join('\n', grave)}");
    }

    private sealed record Violation(string Impact, string Text)
    {
        public bool IsGrave => Impact is "serious" or "critical";

        public static Violation Of(JsonElement found)
        {
            var nodes = found.GetProperty("nodes").EnumerateArray()
                .Select(node => $"{node.GetProperty("html").GetString()} ({node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")})");
            var impact = found.GetProperty("impact").GetString() ?? "minor";
            return new(impact, $"{impact} {found.GetProperty("id").GetString()}: {found.GetProperty("help").GetString()}: {string.Join("; ", nodes)}");
        }

        public override string ToString() => Text;
    }
}
