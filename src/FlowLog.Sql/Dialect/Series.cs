using FlowLog.Sql.Functions;

namespace FlowLog.Sql.Dialect;

/// <summary>A column of windows of time by which alone an answer is grouped, so that windows without records can be filled in.</summary>
/// <param name="Seconds">A window's length.</param>
/// <param name="Pattern">How a window's start is written.</param>
/// <param name="Padding">The number that fills the other columns; null for no value.</param>
internal sealed record Series(int Column, long Seconds, DatePattern Pattern, double? Padding, bool IsDescending);
