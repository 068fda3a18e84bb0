using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>A line of an AWS flow log, field by field as its columns stand. A hyphen is a value that does not apply.</summary>
internal ref struct AwsLine
{
    private const long NotSaid = -1;

    private long _start;
    private long _end;

    public IpAddress Source;
    public IpAddress Destination;
    public IpAddress PacketSource;
    public IpAddress PacketDestination;
    public long SourcePort;
    public long DestinationPort;
    public long Protocol;
    public long Packets;
    public long Bytes;
    public long TcpFlags;
    public FlowAction Action;
    public LogStatus Status;
    public Direction Direction;
    public ReadOnlySpan<byte> InterfaceId;
    public ReadOnlySpan<byte> RejectReason;

    public readonly long FirstNanoseconds => _start == NotSaid ? _end : _start;

    public readonly long LastNanoseconds => Math.Max(_start, _end);

    public readonly FiveTuple Flow =>
        new(Source, Destination, (ushort)SourcePort, (ushort)DestinationPort, (byte)Protocol);

    private bool _hasSource;
    private bool _hasDestination;
    private bool _hasPacketSource;
    private bool _hasPacketDestination;

    /// <summary>Reads the columns that there are; what stands behind the last is passed over.</summary>
    public static ImportProblem Read(ReadOnlySpan<byte> line, AwsField[] columns, out AwsLine read)
    {
        read = new() { _start = NotSaid, _end = NotSaid };
        for (var column = 0; column < columns.Length; column++)
        {
            var end = line.IndexOf((byte)' ');
            if (end < 0 && column < columns.Length - 1)
                return ImportProblem.TooFewFields;
            var text = end < 0 ? line : line[..end];
            line = line[(end < 0 ? line.Length : end + 1)..];
            if (columns[column] == AwsField.Other || text is [(byte)'-'])
                continue;
            var problem = read.Take(columns[column], text);
            if (problem != ImportProblem.None)
                return problem;
        }

        return read.Finish();
    }

    public static bool TryAction(ReadOnlySpan<byte> text, out FlowAction action)
    {
        action = text.SequenceEqual("ACCEPT"u8) ? FlowAction.Accept : text.SequenceEqual("REJECT"u8) ? FlowAction.Reject : FlowAction.None;
        return action != FlowAction.None || text is [(byte)'-'];
    }

    public static bool TryStatus(ReadOnlySpan<byte> text, out LogStatus status)
    {
        status = text.SequenceEqual("NODATA"u8) ? LogStatus.NoData : text.SequenceEqual("SKIPDATA"u8) ? LogStatus.SkipData : LogStatus.Ok;
        return status != LogStatus.Ok || text.SequenceEqual("OK"u8);
    }

    private ImportProblem Take(AwsField field, ReadOnlySpan<byte> text)
    {
        switch (field)
        {
            case AwsField.InterfaceId:
                InterfaceId = text;
                return ImportProblem.None;
            case AwsField.RejectReason:
                RejectReason = text;
                return ImportProblem.None;
            case AwsField.Source:
                return Unless(_hasSource = AddressText.TryParse(text, out Source), ImportProblem.BadAddress);
            case AwsField.Destination:
                return Unless(_hasDestination = AddressText.TryParse(text, out Destination), ImportProblem.BadAddress);
            case AwsField.PacketSource:
                return Unless(_hasPacketSource = AddressText.TryParse(text, out PacketSource), ImportProblem.BadAddress);
            case AwsField.PacketDestination:
                return Unless(_hasPacketDestination = AddressText.TryParse(text, out PacketDestination), ImportProblem.BadAddress);
            case AwsField.SourcePort:
                return Unless(FieldText.TryNumber(text, ushort.MaxValue, out SourcePort), ImportProblem.BadPort);
            case AwsField.DestinationPort:
                return Unless(FieldText.TryNumber(text, ushort.MaxValue, out DestinationPort), ImportProblem.BadPort);
            case AwsField.Protocol:
                return Unless(FieldText.TryNumber(text, byte.MaxValue, out Protocol), ImportProblem.BadProtocol);
            case AwsField.Packets:
                return Unless(FieldText.TryNumber(text, FieldText.MaxCounter, out Packets), ImportProblem.BadCounter);
            case AwsField.Bytes:
                return Unless(FieldText.TryNumber(text, FieldText.MaxCounter, out Bytes), ImportProblem.BadCounter);
            case AwsField.Start:
                return Unless(FieldText.TryTime(text, out _start), ImportProblem.BadTime);
            case AwsField.End:
                return Unless(FieldText.TryTime(text, out _end), ImportProblem.BadTime);
            case AwsField.TcpFlags:
                return Unless(FieldText.TryNumber(text, byte.MaxValue, out TcpFlags), ImportProblem.BadFlags);
            case AwsField.Action:
                return Unless(TryAction(text, out Action), ImportProblem.BadAction);
            case AwsField.Status:
                return Unless(TryStatus(text, out Status), ImportProblem.BadStatus);
            default:
                return Unless(TryDirection(text, out Direction), ImportProblem.BadDirection);
        }
    }

    /// <summary>Formats may leave addresses out that others give; only lines without traffic need none.</summary>
    private ImportProblem Finish()
    {
        if (_start == NotSaid && _end == NotSaid)
            return ImportProblem.BadTime;
        if (!_hasSource)
            (Source, _hasSource) = (PacketSource, _hasPacketSource);
        if (!_hasDestination)
            (Destination, _hasDestination) = (PacketDestination, _hasPacketDestination);
        if (!_hasSource || !_hasDestination)
            return Status == LogStatus.Ok || _hasSource != _hasDestination ? ImportProblem.BadAddress : ImportProblem.None;
        return Source.IsIPv6 == Destination.IsIPv6 ? ImportProblem.None : ImportProblem.MixedAddresses;
    }

    private static bool TryDirection(ReadOnlySpan<byte> text, out Direction direction)
    {
        direction = text.SequenceEqual("ingress"u8) ? Direction.In : text.SequenceEqual("egress"u8) ? Direction.Out : Direction.None;
        return direction != Direction.None;
    }

    private static ImportProblem Unless(bool isGood, ImportProblem problem) => isGood ? ImportProblem.None : problem;
}
