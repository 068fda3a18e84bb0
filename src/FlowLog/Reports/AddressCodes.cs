using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>A column of addresses as codes: its own, or made here if it has none.</summary>
internal readonly record struct AddressCodes(IpAddress[] Values, int[] Codes)
{
    public static AddressCodes Of(FlowColumns rows, FlowField field)
    {
        if (rows.AddressColumn(field) is { Codes: { } codes } column)
            return new(column.Values, codes);
        var numbers = new Dictionary<IpAddress, int>();
        var made = new int[rows.Count];
        var addresses = rows.Addresses(field);
        for (var row = 0; row < made.Length; row++)
        {
            if (!numbers.TryGetValue(addresses[row], out var code))
                numbers[addresses[row]] = code = numbers.Count;
            made[row] = code;
        }

        return new([.. numbers.Keys], made);
    }
}
