using FlowLog.Imports;

namespace FlowLog.Tests.Imports;

/// <summary>All flows of a log, and the reader at its end.</summary>
internal sealed record LogReading(IReadOnlyList<ImportedFlow> Flows, FlowImportReader Reader)
{
    public IReadOnlyList<string> Texts => [.. Flows.Select(Logs.Text)];

    public string SkippedText => string.Join(' ', Reader.Skipped.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value}"));
}
