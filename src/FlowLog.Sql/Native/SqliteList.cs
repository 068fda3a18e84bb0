namespace FlowLog.Sql.Native;

/// <summary>The right side of an IN that is taken as one list.</summary>
internal static class SqliteList
{
    /// <summary>Its values, each a <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or null.</summary>
    public static List<object?> Of(SqliteValue list)
    {
        var values = new List<object?>();
        for (var code = SqliteApi.FirstOfList(list.Handle, out var value); code == SqliteCodes.Ok; code = SqliteApi.NextOfList(list.Handle, out value))
            values.Add(new SqliteValue(value).Plain);
        return values;
    }
}
