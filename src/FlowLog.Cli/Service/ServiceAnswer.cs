using System.Text.Json;

namespace FlowLog.Cli.Service;

/// <summary>What the service answered.</summary>
/// <param name="Json">Undefined if the answer has no body.</param>
/// <param name="ETag">The version of a resource; null of other answers.</param>
internal sealed record ServiceAnswer(JsonElement Json, string? ETag);
