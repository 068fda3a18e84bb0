namespace FlowLog.Sql.Functions;

/// <summary>An argument that a function cannot take.</summary>
internal sealed class InvalidValueException(string message) : Exception(message);
