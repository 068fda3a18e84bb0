using FlowLog.Flows;

namespace FlowLog.Imports;

/// <summary>
/// A tuple of Azure: fields between commas. Of 13 fields in VNet flow logs, 8 in NSG flow logs version 1, 13 in version 2; which it
/// is shows in the sixth, as the version may change within a log. Fields behind the last one that is known are passed over.
/// </summary>
internal ref struct AzureTuple
{
    private ReadOnlySpan<byte> _rest;
    private bool _hasMore;

    private AzureTuple(ReadOnlySpan<byte> text)
    {
        _rest = text;
        _hasMore = true;
    }

    public long Nanoseconds;
    public FiveTuple Flow;
    public Direction Direction;
    public FlowAction Action;
    public FlowState State;
    public ReadOnlySpan<byte> Encryption;
    public long PacketsSent;
    public long BytesSent;
    public long PacketsReceived;
    public long BytesReceived;

    /// <summary>Whether it is of an NSG flow log.</summary>
    public bool IsNsg;

    /// <summary>False in version 1, which does not count.</summary>
    public bool Counts;

    public readonly bool HasSent => (PacketsSent | BytesSent) != 0;

    public readonly bool HasReceived => (PacketsReceived | BytesReceived) != 0;

    /// <returns><see cref="ImportProblem.None"/> if all fields are good.</returns>
    public static ImportProblem Read(ReadOnlySpan<byte> text, out AzureTuple tuple)
    {
        tuple = new(text);
        var problem = tuple.ReadKey();
        if (problem == ImportProblem.None)
            problem = tuple.IsNsg ? tuple.ReadNsg() : tuple.ReadVNet();
        return problem == ImportProblem.None && tuple.Counts ? tuple.ReadCounters() : problem;
    }

    private ImportProblem ReadKey()
    {
        if (!FieldText.TryTime(Next(), out Nanoseconds))
            return ImportProblem.BadTime;
        if (!AddressText.TryParse(Next(), out var source) || !AddressText.TryParse(Next(), out var destination))
            return _hasMore ? ImportProblem.BadAddress : ImportProblem.TooFewFields;
        if (source.IsIPv6 != destination.IsIPv6)
            return ImportProblem.MixedAddresses;
        if (!TryPort(out var sourcePort) || !TryPort(out var destinationPort))
            return _hasMore ? ImportProblem.BadPort : ImportProblem.TooFewFields;
        if (!TryProtocol(Next(), out var protocol))
            return _hasMore ? ImportProblem.BadProtocol : ImportProblem.TooFewFields;
        Flow = new(source, destination, sourcePort, destinationPort, protocol);
        Direction = Next() switch
        {
            [(byte)'I'] => Direction.In,
            [(byte)'O'] => Direction.Out,
            _ => Direction.None,
        };
        if (!_hasMore)
            return ImportProblem.TooFewFields;
        return Direction == Direction.None ? ImportProblem.BadDirection : ImportProblem.None;
    }

    private ImportProblem ReadVNet()
    {
        Counts = true;
        State = Next() switch
        {
            [(byte)'B'] => FlowState.Begin,
            [(byte)'C'] => FlowState.Continuing,
            [(byte)'E'] => FlowState.End,
            [(byte)'D'] => FlowState.Denied,
            _ => FlowState.None,
        };
        Action = State == FlowState.Denied ? FlowAction.Reject : FlowAction.Accept;
        Encryption = Next();
        return State == FlowState.None ? ImportProblem.BadState : ImportProblem.None;
    }

    private ImportProblem ReadNsg()
    {
        Action = Next() switch
        {
            [(byte)'A'] => FlowAction.Accept,
            [(byte)'D'] => FlowAction.Reject,
            _ => FlowAction.None,
        };
        if (Action == FlowAction.None)
            return ImportProblem.BadAction;
        Counts = _hasMore;
        if (!Counts)
            return ImportProblem.None;
        State = Next() switch
        {
            [(byte)'B'] => FlowState.Begin,
            [(byte)'C'] => FlowState.Continuing,
            [(byte)'E'] => FlowState.End,
            _ => FlowState.None,
        };
        if (State == FlowState.None)
            return ImportProblem.BadState;
        // Version 2 says it twice; the action is what counts.
        if (Action == FlowAction.Reject)
            State = FlowState.Denied;
        return ImportProblem.None;
    }

    private ImportProblem ReadCounters()
    {
        var areGood = FieldText.TryCounter(Next(), out PacketsSent) & FieldText.TryCounter(Next(), out BytesSent)
            & FieldText.TryCounter(Next(), out PacketsReceived) & _hasMore;
        if (!areGood)
            return _hasMore ? ImportProblem.BadCounter : ImportProblem.TooFewFields;
        return FieldText.TryCounter(Next(), out BytesReceived) ? ImportProblem.None : ImportProblem.BadCounter;
    }

    /// <summary>The next field; empty behind the last.</summary>
    private ReadOnlySpan<byte> Next()
    {
        // Fields are shorter than what a vector search takes to begin.
        var rest = _rest;
        for (var end = 0; end < rest.Length; end++)
        {
            if (rest[end] != ',')
                continue;
            _rest = rest[(end + 1)..];
            return rest[..end];
        }

        _rest = default;
        _hasMore = false;
        return rest;
    }

    private bool TryPort(out ushort port)
    {
        var isPort = FieldText.TryNumber(Next(), ushort.MaxValue, out var number);
        port = (ushort)number;
        return isPort;
    }

    private bool TryProtocol(ReadOnlySpan<byte> text, out byte protocol)
    {
        const byte Tcp = 6;
        const byte Udp = 17;
        if (text is [(byte)'T'] or [(byte)'U'])
        {
            (IsNsg, protocol) = (true, text[0] == 'T' ? Tcp : Udp);
            return true;
        }

        var isNumber = FieldText.TryNumber(text, byte.MaxValue, out var number);
        protocol = (byte)number;
        return isNumber;
    }
}
