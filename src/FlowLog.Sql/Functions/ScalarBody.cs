namespace FlowLog.Sql.Functions;

/// <summary>Gives the value of a call.</summary>
/// <exception cref="InvalidValueException">An argument is not what it can take.</exception>
internal delegate void ScalarBody(FunctionCall call);
