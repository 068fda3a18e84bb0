namespace FlowLog.Flows;

/// <summary>One column of a flow record: its names, its kind, and how to read it from a record.</summary>
public sealed record FlowField
{
    /// <summary>What a record shows where it has no value.</summary>
    public const string NoValue = "-";

    /// <summary>The column's number in chunks; never reused. 1 to 255.</summary>
    public required int Id { get; init; }

    /// <summary>The name in JSON, CSV, search and SQL, as Alibaba Cloud writes it.</summary>
    public required string Name { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>What the field says, with unit and bounds; shown in the documentation and the console.</summary>
    public required string Meaning { get; init; }

    /// <summary>True if the field shows <c>-</c> in NODATA and SKIPDATA records.</summary>
    public bool OfTraffic { get; init; }

    /// <summary>The texts of a field of kind <see cref="FieldKind.Name"/>, by number.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The value of a number or name.</summary>
    public Func<FlowRecord, long> Number { get; init; } = _ => 0;

    public Func<FlowRecord, string> Text { get; init; } = _ => "";

    public Func<FlowRecord, IpAddress> Address { get; init; } = _ => default;

    /// <summary>The name with underscores, as SQL may write it without quotes.</summary>
    public string SqlName => Name.Replace('-', '_');

    /// <summary>Whether the number 0 of a field of kind <see cref="FieldKind.Name"/> is no value.</summary>
    public bool HasNoneName => Names is [NoValue, ..];

    /// <summary>Whether a text is no value: nothing, or what stands for nothing.</summary>
    public static bool IsNone(string text) => text is "" or NoValue;

    public override string ToString() => Name;
}
