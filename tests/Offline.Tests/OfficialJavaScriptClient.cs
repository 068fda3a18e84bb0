using System.Diagnostics;
using System.Text.Json;
using FlowLogFunctions.Testing;

namespace Offline.Tests;

/// <summary>Runs the official JavaScript client on a table.</summary>
internal sealed class OfficialJavaScriptClient(string connectionString, string table)
{
    /// <summary>Inserts entities, one by one or in one transaction.</summary>
    public Task WriteAsync(IEnumerable<Dictionary<string, TypedValue>> entities, bool inTransaction) =>
        RunAsync<object?>(JsonSerializer.Serialize(entities, JsonSerializerOptions.Web), inTransaction ? "transact" : "write");

    /// <summary>Reads all entities.</summary>
    public Task<List<Dictionary<string, TypedValue>>> ReadAsync() => RunAsync<List<Dictionary<string, TypedValue>>>("", "read");

    /// <summary>Reads the keys that a filter selects, in pages.</summary>
    public Task<List<KeyPage>> PagesAsync(string filter, int size) => RunAsync<List<KeyPage>>("", "pages", filter, $"{size}");

    private async Task<T> RunAsync<T>(string input, params string[] command)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Repository.Path("tests", "Offline.Tests", "Js", "peer.mjs"), connectionString, table, .. command])
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<T>(await output, JsonSerializerOptions.Web)!;
    }

    /// <summary>A page of a query: "partition/row" of each entity, and the keys at which the next page begins.</summary>
    internal sealed record KeyPage(List<string> Keys, string? NextPartitionKey, string? NextRowKey);
}
