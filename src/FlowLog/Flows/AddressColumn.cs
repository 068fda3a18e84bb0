namespace FlowLog.Flows;

/// <summary>A column of addresses: an address a row, or a code a row into a list of different addresses.</summary>
public sealed class AddressColumn
{
    private readonly IpAddress[] _values = [];
    private readonly int[]? _codes;
    private IpAddress[]? _rows;

    /// <param name="rows">An address a row; kept, not copied.</param>
    public AddressColumn(IpAddress[] rows) => (_rows, Count) = (rows, rows.Length);

    /// <param name="values">Different addresses, ascending; kept, not copied.</param>
    /// <param name="codes">A place in <paramref name="values"/> a row; kept, not copied.</param>
    public AddressColumn(IpAddress[] values, int[] codes) => (_values, _codes, Count) = (values, codes, codes.Length);

    public int Count { get; }

    /// <summary>The different addresses by code; empty if the column has no codes.</summary>
    public IpAddress[] Values => _values;

    /// <summary>A code a row; null if the column was made of addresses.</summary>
    public int[]? Codes => _codes;

    /// <summary>An address a row; looked up once.</summary>
    public IpAddress[] Rows => _rows ??= LookedUp(_values, _codes!);

    private static IpAddress[] LookedUp(IpAddress[] values, int[] codes)
    {
        var rows = GC.AllocateUninitializedArray<IpAddress>(codes.Length);
        for (var row = 0; row < rows.Length; row++)
            rows[row] = values[codes[row]];
        return rows;
    }
}
