using System.Text.Json;
using FlowLogFunctions.Soak.Tests.Traffic;

namespace FlowLogFunctions.Soak.Tests.Checks;

/// <summary>All records of a Logstore, as its export gives them.</summary>
internal sealed class StoredRecords
{
    private const int Minute = 60;

    /// <summary>What the records with traffic say.</summary>
    public FlowSums Flows { get; } = new();

    /// <summary>How many there are, statements of no traffic and of skipped traffic included.</summary>
    public int Count { get; private set; }

    /// <summary>How many have traffic.</summary>
    public int WithTraffic { get; private set; }

    /// <summary>Why traffic was skipped, where it was.</summary>
    public HashSet<string> SkipReasons { get; } = [];

    public static async Task<StoredRecords> ReadAsync(ServiceUnderFaults service, string logstore, CancellationToken cancellation)
    {
        var records = new StoredRecords();
        var text = await service.Api.SendAsync(HttpMethod.Get, $"{logstore}/export?{SoakRange.UpTo(service.Clock.Now)}", null, cancellation);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            records.Add(JsonElement.Parse(line));
        return records;
    }

    private void Add(JsonElement record)
    {
        Count++;
        var status = Text("log-status");
        if (status == "SKIPDATA") SkipReasons.Add(Text("skip-reason"));
        if (status != "OK") return;
        WithTraffic++;
        var start = record.GetProperty("start").GetInt64();
        Flows.Add(
            new(Text("eni-id"), start - (start % Minute), Text("srcaddr"), (int)Number("srcport"), Text("dstaddr"), (int)Number("dstport"), Text("direction"), Text("action")),
            Number("packets"),
            Number("bytes"));

        string Text(string name) => record.GetProperty(name).GetString()!;
        long Number(string name) => record.GetProperty(name).GetInt64();
    }
}
