using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Storage;

/// <summary>A row that a request is about.</summary>
/// <param name="Noun">What a refusal calls it.</param>
/// <param name="Missing">The refusal when there is no such row.</param>
internal sealed record RowPlace(string Partition, string Row, string Noun, Refusal Missing);
