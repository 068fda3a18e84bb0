namespace FlowLog.Tests.Query.Sql;

/// <summary>Something that a statement tells or groups by, and its value.</summary>
internal sealed record SomeValue<T>(string Sql, Func<T, object?> Of);
