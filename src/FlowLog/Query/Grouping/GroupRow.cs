namespace FlowLog.Query.Grouping;

/// <summary>A group by itself.</summary>
/// <param name="Numbers">Of its keys.</param>
/// <param name="Measures">A <see cref="long"/>, a <see cref="double"/>, or null.</param>
internal sealed record GroupRow(uint[] Numbers, object?[] Measures);
