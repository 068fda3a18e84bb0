using FlowLog.Flows;

namespace FlowLog.Sql.Functions;

/// <summary>What functions remember during a statement: its time and its bounds, and what they made of an argument that is mostly the same.</summary>
internal sealed class FunctionMemory(DateTimeOffset now, int textBytes)
{
    /// <summary>When the statement began.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Bytes of the longest text.</summary>
    public int TextBytes => textBytes;

    public Remembered<Cidr> Block { get; } = new(text => Cidr.TryParse(text, out var block, trim: true)
        ? block
        : throw new InvalidValueException($"'{text}' is no block of addresses such as 10.0.0.0/8"));

    public Remembered<Pattern> Pattern { get; } = new(text => new(text));

    public Remembered<DatePattern> Format { get; } = new(text => new(text));

    public Remembered<TimeUnit> Unit { get; } = new(TimeUnits.Of);

    public Remembered<long> Window { get; } = new(TimeWindow.SecondsOf);
}
