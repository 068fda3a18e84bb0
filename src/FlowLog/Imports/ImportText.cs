using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>A format as a state machine over buffered bytes, so that the way of a tuple has no await in it.</summary>
/// <param name="resumeAt">Tuples and lines that start before this offset have been read earlier: they are passed over.</param>
internal abstract class ImportText(ImportFormat format, long resumeAt)
{
    private readonly long[] _skipped = new long[Enum.GetValues<ImportProblem>().Length];

    public ImportDamage? Damage { get; private set; }

    public ImportFormat Format { get; protected set; } = format;

    /// <summary>Tuples or lines consumed so far, good or not.</summary>
    public long Tuples { get; private set; }

    /// <summary>Tuples of allowed flows that count nothing, as at a flow's begin.</summary>
    public long WithoutTraffic { get; protected set; }

    /// <summary>Set once the stream has ended: what is buffered is all there will be.</summary>
    public bool AtEnd { get; set; }

    public IEnumerable<(ImportProblem Problem, long Count)> Skipped =>
        _skipped.Select((count, problem) => ((ImportProblem)problem, count)).Where(entry => entry.count > 0);

    /// <summary>Where the tuple begins whose other direction is still to be read.</summary>
    public long? OpenTuple { get; protected set; }

    /// <summary>Looks at the next bytes, and consumes what it has understood whole.</summary>
    public abstract ImportStep Next(CaptureBuffer buffer, ref ImportedFlow flow);

    /// <summary>True if the log may end where it does.</summary>
    public abstract bool IsComplete(CaptureBuffer buffer);

    /// <summary>False for a tuple or line that was read earlier; counts the others.</summary>
    protected bool IsNew(long offset)
    {
        if (offset < resumeAt)
            return false;
        Tuples++;
        return true;
    }

    protected ImportStep Skip(ImportProblem problem)
    {
        _skipped[(int)problem]++;
        return ImportStep.Again;
    }

    protected ImportStep Stop(ImportDamageReason reason, long offset, string message)
    {
        Damage = new(reason, offset, message);
        return ImportStep.Damaged;
    }
}
