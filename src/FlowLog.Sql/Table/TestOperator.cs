namespace FlowLog.Sql.Table;

/// <summary>What SQLite asks of a column, by the numbers it gives it.</summary>
internal enum TestOperator
{
    Equal = 2,
    Greater = 4,
    LessOrEqual = 8,
    Less = 16,
    GreaterOrEqual = 32,
    NotEqual = 68,
    NotNull = 70,

    /// <summary>A call of <c>ip_in_cidr</c>; functions begin at 150.</summary>
    InCidr = 150,
}
