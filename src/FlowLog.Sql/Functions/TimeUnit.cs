namespace FlowLog.Sql.Functions;

/// <summary>Units of time, the least first.</summary>
internal enum TimeUnit
{
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
