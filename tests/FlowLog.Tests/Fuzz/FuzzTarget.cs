namespace FlowLog.Tests.Fuzz;

/// <summary>
/// Something that reads bytes which anyone may have written. A new reader gets a class of its own and a line in <see cref="All"/>.
/// </summary>
internal abstract class FuzzTarget
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new CaptureTarget("pcap", false, isCompressed: false),
        new CaptureTarget("pcapng", true, isCompressed: false),
        new CaptureTarget("pcap-gzip", false, isCompressed: true),
        new CaptureTarget("pcapng-gzip", true, isCompressed: true),
        new PacketTarget(),
        new ColumnTarget(),
        new BatchTarget(),
        new AggregateTarget(),
        new TextTarget(),
        new SearchTarget(),
        new ImportTarget(),
    ];

    /// <summary>As it stands in messages and in the variable that repeats one input.</summary>
    public abstract string Name { get; }

    /// <summary>Inputs in a usual run: some tenths of a second.</summary>
    public abstract int Inputs { get; }

    /// <summary>One input; the same mutator state gives the same bytes.</summary>
    public abstract byte[] Make(Mutator mutator);

    /// <summary>Bytes that the reading of an input may allocate.</summary>
    public abstract long AllocationBound(byte[] input);

    /// <summary>
    /// Reads an input and asserts what must hold whatever it says. The exception that is meant for bad bytes is caught here; any other
    /// is a failure.
    /// </summary>
    /// <returns>Packets, or readings.</returns>
    public abstract long Take(byte[] input);
}
