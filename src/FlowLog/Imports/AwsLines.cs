using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>AWS's flow logs as text: a header, then a line a flow. A header may come again where files were put together.</summary>
internal sealed class AwsLines(long resumeAt) : ImportText(ImportFormat.AwsFlowLog, resumeAt)
{
    private const int MaxLineBytes = 64 * 1024;

    private readonly KnownTexts _texts = new();
    private AwsField[]? _columns;
    private bool _isPassing;
    private long _longLine;

    public override bool IsComplete(CaptureBuffer buffer) => buffer.Available == 0;

    public override ImportStep Next(CaptureBuffer buffer, ref ImportedFlow flow)
    {
        var rest = buffer.Unread;
        var end = rest.IndexOf((byte)'\n');
        if (end < 0 && !AtEnd)
            return rest.Length <= MaxLineBytes ? ImportStep.More : PassPart(buffer);
        if (rest.IsEmpty)
            return AtEnd && _isPassing ? PassLine(buffer, 0) : ImportStep.More;
        var whole = end < 0 ? rest : rest[..(end + 1)];
        if (_isPassing || whole.Length > MaxLineBytes)
            return PassLine(buffer, whole.Length);
        var line = whole.TrimEnd("\r\n"u8);
        var step = line.IsEmpty ? ImportStep.Again : Line(line, buffer.Offset, isCut: end < 0, ref flow);
        if (step != ImportStep.Damaged)
            buffer.Consume(whole.Length);
        return step;
    }

    private ImportStep Line(ReadOnlySpan<byte> line, long offset, bool isCut, ref ImportedFlow flow)
    {
        if (_columns is null)
        {
            _columns = AwsHeader.Read(line);
            if (_columns is not null)
                return ImportStep.Again;
            _columns = AwsHeader.Default;
        }

        var problem = AwsLine.Read(line, _columns, out var read);
        if (problem != ImportProblem.None && AwsHeader.Read(line) is { } columns)
        {
            _columns = columns;
            return ImportStep.Again;
        }

        // What is cut may go on when the file has grown.
        if (problem != ImportProblem.None && isCut)
            return Stop(ImportDamageReason.Truncated, offset, "the log ends within a line");
        if (!IsNew(offset))
            return ImportStep.Again;
        if (problem != ImportProblem.None)
            return Skip(problem);
        flow = Flow(read);
        return ImportStep.Flow;
    }

    /// <summary>Lets go of what is there of a line that is too long.</summary>
    private ImportStep PassPart(CaptureBuffer buffer)
    {
        _longLine = _isPassing ? _longLine : buffer.Offset;
        _isPassing = true;
        buffer.Consume(buffer.Available);
        return ImportStep.More;
    }

    private ImportStep PassLine(CaptureBuffer buffer, int length)
    {
        var offset = _isPassing ? _longLine : buffer.Offset;
        _isPassing = false;
        buffer.Consume(length);
        return IsNew(offset) ? Skip(ImportProblem.TooLong) : ImportStep.Again;
    }

    private ImportedFlow Flow(in AwsLine line) => new()
    {
        FirstNanoseconds = line.FirstNanoseconds,
        LastNanoseconds = line.LastNanoseconds,
        Flow = line.Flow,
        Packets = line.Packets,
        Bytes = line.Bytes,
        Direction = line.Direction,
        Action = line.Action,
        // Security groups and network ACLs have no name here; only what blocks public access has.
        RuleId = line.Action == FlowAction.Reject ? _texts.Of(line.RejectReason) : "",
        TcpFlags = (byte)line.TcpFlags,
        Status = line.Status,
        Interface = _texts.Of(line.InterfaceId),
        PacketSource = line.PacketSource,
        PacketDestination = line.PacketDestination,
    };
}
