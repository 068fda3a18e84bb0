namespace FlowLog.Flows;

/// <summary>
/// Flow records as columns, one array a field: the form in which records are encoded, filtered, added up and shown. Only the
/// columns that were asked for need be there; reading another yields zeros, as does a column that an older chunk does not have.
/// </summary>
public sealed class FlowColumns
{
    private readonly long[]?[] _numbers = new long[]?[FlowFields.LargestId + 1];
    private readonly TextColumn?[] _texts = new TextColumn?[FlowFields.LargestId + 1];
    private readonly AddressColumn?[] _addresses = new AddressColumn?[FlowFields.LargestId + 1];

    /// <summary>Columns of a decoder: <paramref name="count"/> rows each, set one by one.</summary>
    public FlowColumns(int count) => Count = count;

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>All fields of the records, in their order.</summary>
    public static FlowColumns Of(IReadOnlyList<FlowRecord> records)
    {
        var columns = new FlowColumns(records.Count);
        foreach (var field in FlowFields.All)
            columns.Fill(field, records);
        return columns;
    }

    public bool Has(FlowField field) =>
        _numbers[field.Id] is not null || _texts[field.Id] is not null || _addresses[field.Id] is not null;

    /// <summary>A column of kind number or name.</summary>
    public ReadOnlySpan<long> Numbers(FlowField field) => _numbers[field.Id] ??= new long[Count];

    public TextColumn Texts(FlowField field) => _texts[field.Id] ??= new TextColumn([""], new int[Count]);

    /// <summary>An address a row. Of a column that has codes they are looked up when this is first asked for.</summary>
    public ReadOnlySpan<IpAddress> Addresses(FlowField field) => (_addresses[field.Id] ??= new AddressColumn(new IpAddress[Count])).Rows;

    /// <summary>A column of addresses, with its codes if it has any; null if it is not there.</summary>
    public AddressColumn? AddressColumn(FlowField field) => _addresses[field.Id];

    /// <summary>The array of a column of kind number or name; null if it is not there.</summary>
    internal long[]? NumberArray(FlowField field) => _numbers[field.Id];

    /// <summary>Sets a column; the array is kept, not copied.</summary>
    public void Set(FlowField field, long[] values) => _numbers[field.Id] = Checked(values, values.Length);

    public void Set(FlowField field, IpAddress[] values) => Set(field, new AddressColumn(values));

    public void Set(FlowField field, AddressColumn values) => _addresses[field.Id] = Checked(values, values.Count);

    public void Set(FlowField field, TextColumn values) => _texts[field.Id] = Checked(values, values.Count);

    /// <summary>The row as a record; columns that are not there are zero or empty.</summary>
    public FlowRecord this[int row] => new()
    {
        AccountId = Texts(FlowFields.AccountId)[row],
        Region = Texts(FlowFields.Region)[row],
        VpcId = Texts(FlowFields.VpcId)[row],
        VSwitchId = Texts(FlowFields.VSwitchId)[row],
        VmId = Texts(FlowFields.VmId)[row],
        EniId = Texts(FlowFields.EniId)[row],
        Flow = new(
            Addresses(FlowFields.Source)[row], Addresses(FlowFields.Destination)[row],
            (ushort)Numbers(FlowFields.SourcePort)[row], (ushort)Numbers(FlowFields.DestinationPort)[row],
            (byte)Numbers(FlowFields.Protocol)[row]),
        Direction = (Direction)Numbers(FlowFields.Direction)[row],
        Action = (FlowAction)Numbers(FlowFields.Action)[row],
        Packets = Numbers(FlowFields.Packets)[row],
        Bytes = Numbers(FlowFields.Bytes)[row],
        Start = Numbers(FlowFields.Start)[row],
        End = Numbers(FlowFields.End)[row],
        TcpFlags = (byte)Numbers(FlowFields.TcpFlags)[row],
        Status = (LogStatus)Numbers(FlowFields.Status)[row],
        TrafficPath = (byte)Numbers(FlowFields.TrafficPath)[row],
        RuleId = Texts(FlowFields.RuleId)[row],
        RuleVersion = (int)Numbers(FlowFields.RuleVersion)[row],
        SkipReason = Texts(FlowFields.SkipReason)[row],
        Icmp = Texts(FlowFields.Icmp)[row],
        SamplingRate = (int)Numbers(FlowFields.SamplingRate)[row],
        BytesError = Numbers(FlowFields.BytesError)[row],
    };

    /// <summary>The rows of these numbers, in that order, with the same columns.</summary>
    public FlowColumns Pick(IReadOnlyList<int> rows)
    {
        var picked = new FlowColumns(rows.Count);
        foreach (var field in FlowFields.All)
        {
            if (_numbers[field.Id] is { } numbers)
                picked.Set(field, Picked(numbers, rows));
            if (_addresses[field.Id] is { } addresses)
                picked.Set(field, addresses.Codes is { } codes ? new(addresses.Values, Picked<int>(codes, rows)) : new AddressColumn(Picked(addresses.Rows, rows)));
            if (_texts[field.Id] is { } texts)
                picked.Set(field, new TextColumn(texts.Values, Picked(texts.Codes, rows)));
        }

        return picked;
    }

    private static T[] Picked<T>(ReadOnlySpan<T> column, IReadOnlyList<int> rows)
    {
        var picked = GC.AllocateUninitializedArray<T>(rows.Count);
        for (var row = 0; row < picked.Length; row++)
            picked[row] = column[rows[row]];
        return picked;
    }

    private void Fill(FlowField field, IReadOnlyList<FlowRecord> records)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                var texts = new TextColumn(Count);
                foreach (var record in records)
                    texts.Add(field.Text(record));
                Set(field, texts);
                break;
            case FieldKind.Address:
                Set(field, [.. records.Select(field.Address)]);
                break;
            default:
                Set(field, [.. records.Select(field.Number)]);
                break;
        }
    }

    private T Checked<T>(T column, int length) =>
        length == Count ? column : throw new ArgumentException($"A column of {length} rows among {Count}.", nameof(column));
}
