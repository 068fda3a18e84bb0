using FlowLog.Flows;
using FlowLog.Packets;

namespace FlowLog.Imports;

/// <summary>
/// Azure's flow logs: JSON of records, or a part of it that begins at a record. Only the arrays <c>flowTuples</c> and the rule and
/// MAC address around them matter, so that records may be laid out and nested as they like; tuples are read as they come, whatever
/// the size of their record.
/// </summary>
internal sealed class AzureRecords(ImportFormat format, long resumeAt) : ImportText(format, resumeAt)
{
    private const int MaxDepth = 64;
    private const int MaxTextBytes = 1024 * 1024;

    /// <summary>How far at least behind a group's tuples its rule and MAC address are looked for; the buffer takes up to twice as much.</summary>
    private const int MaxSearchBytes = 8 * 1024 * 1024;

    private readonly KnownTexts _texts = new();
    private readonly JsonFrame[] _frames = new JsonFrame[MaxDepth];
    private int _depth;
    private bool _hasReturn;
    private ImportedFlow _return;

    private Span<JsonFrame> Frames => _frames.AsSpan(0, _depth);

    public override bool IsComplete(CaptureBuffer buffer) => _depth == 0 && buffer.Available == 0;

    public override ImportStep Next(CaptureBuffer buffer, ref ImportedFlow flow)
    {
        if (_hasReturn)
        {
            (_hasReturn, OpenTuple) = (false, null);
            flow = _return;
            return ImportStep.Flow;
        }

        buffer.Consume(JsonScan.BlankLength(buffer.Unread));
        if (buffer.Available == 0)
            return ImportStep.More;
        return buffer.Unread[0] switch
        {
            (byte)'"' => String(buffer, ref flow),
            (byte)'{' or (byte)'[' => Open(buffer),
            (byte)'}' or (byte)']' => Close(buffer),
            _ => Word(buffer),
        };
    }

    private ImportStep Open(CaptureBuffer buffer)
    {
        if (_depth == MaxDepth)
            return Stop(ImportDamageReason.TooDeep, buffer.Offset, $"more than {MaxDepth} levels");
        var frame = new JsonFrame { IsObject = buffer.Unread[0] == '{' };
        if (_depth > 0)
        {
            ref var around = ref _frames[_depth - 1];
            if (around is { IsObject: true, WantsValue: false })
                return Stop(ImportDamageReason.BadJson, buffer.Offset, "a value without a key");
            around.WantsValue = false;
            (frame.Name, frame.Rule, frame.Mac) = (around.IsObject ? around.Key : JsonKey.Other, around.Rule, around.Mac);
        }

        _frames[_depth++] = frame;
        buffer.Consume(1);
        return ImportStep.Again;
    }

    private ImportStep Close(CaptureBuffer buffer)
    {
        // A part of a log that was cut out of it ends with what closes the whole.
        if (_depth > 0)
        {
            var frame = _frames[--_depth];
            if (frame.IsObject != (buffer.Unread[0] == '}') || frame.WantsValue)
                return Stop(ImportDamageReason.BadJson, buffer.Offset, $"{(char)buffer.Unread[0]} where it cannot stand");
        }

        buffer.Consume(1);
        return ImportStep.Again;
    }

    private ImportStep Word(CaptureBuffer buffer)
    {
        var length = JsonScan.WordLength(buffer.Unread);
        if (length == 0 || length > MaxTextBytes)
            return Stop(ImportDamageReason.BadJson, buffer.Offset, FormattableString.Invariant($"byte 0x{buffer.Unread[0]:X2} where a value should stand"));
        if (length == buffer.Available && !AtEnd)
            return ImportStep.More;
        if (!TryTakeValue())
            return Stop(ImportDamageReason.BadJson, buffer.Offset, "a word where none can stand");
        buffer.Consume(length);
        return ImportStep.Again;
    }

    private ImportStep String(CaptureBuffer buffer, ref ImportedFlow flow)
    {
        var rest = buffer.Unread;
        var length = JsonScan.StringLength(rest);
        if (length < 0)
            return rest.Length < MaxTextBytes ? ImportStep.More : Stop(ImportDamageReason.TextTooLong, buffer.Offset, "a text without end");
        if (_depth == 0)
            return Stop(ImportDamageReason.BadJson, buffer.Offset, "a text outside of all records");
        ref var frame = ref _frames[_depth - 1];
        if (frame is { IsObject: false, Name: JsonKey.FlowTuples })
            return Tuple(buffer, length, ref frame, ref flow);
        if (frame is { IsObject: true, WantsValue: false })
            return Key(buffer, length, ref frame);
        if (frame is { IsObject: true, Key: JsonKey.Rule })
            frame.Rule = _texts.Of(JsonScan.Unquoted(rest[..length]));
        else if (frame is { IsObject: true, Key: JsonKey.Mac })
            frame.Mac = _texts.Of(JsonScan.Unquoted(rest[..length]));
        frame.WantsValue = false;
        buffer.Consume(length);
        return ImportStep.Again;
    }

    private ImportStep Key(CaptureBuffer buffer, int length, ref JsonFrame frame)
    {
        var rest = buffer.Unread;
        var colon = length + JsonScan.BlankLength(rest[length..]);
        if (colon == rest.Length)
            return colon < MaxTextBytes ? ImportStep.More : Stop(ImportDamageReason.TextTooLong, buffer.Offset, "a key without a value");
        if (rest[colon] != ':')
            return Stop(ImportDamageReason.BadJson, buffer.Offset, "a key without a colon");
        (frame.Key, frame.WantsValue) = (JsonScan.KeyOf(JsonScan.Unquoted(rest[..length])), true);
        buffer.Consume(colon + 1);
        return ImportStep.Again;
    }

    private bool TryTakeValue()
    {
        if (_depth == 0)
            return false;
        ref var frame = ref _frames[_depth - 1];
        var fits = !frame.IsObject || frame.WantsValue;
        frame.WantsValue = false;
        return fits;
    }

    private ImportStep Tuple(CaptureBuffer buffer, int length, ref JsonFrame frame, ref ImportedFlow flow)
    {
        if ((frame.Rule is null || frame.Mac is null) && !frame.Searched && !SearchLateKeys(buffer))
            return ImportStep.More;
        var offset = buffer.Offset;
        var text = JsonScan.Unquoted(buffer.Unread[..length]);
        buffer.Consume(length);
        if (!IsNew(offset))
            return ImportStep.Again;
        var problem = AzureTuple.Read(text, out var tuple);
        if (problem != ImportProblem.None)
            return Skip(problem);
        Format = tuple.IsNsg ? ImportFormat.NsgFlowLog : ImportFormat.VNetFlowLog;
        return Flows(tuple, frame, offset, ref flow);
    }

    /// <summary>False if more bytes are needed first.</summary>
    private bool SearchLateKeys(CaptureBuffer buffer)
    {
        if (new LateKeys(buffer.Unread, Frames, _texts).Search())
            return true;
        if (!AtEnd && buffer.Available < MaxSearchBytes)
            return false;
        LateKeys.GiveUp(Frames);
        return true;
    }

    private ImportStep Flows(in AzureTuple tuple, in JsonFrame frame, long offset, ref ImportedFlow flow)
    {
        if (tuple is { HasSent: false, HasReceived: false, Counts: true, Action: FlowAction.Accept })
        {
            WithoutTraffic++;
            return ImportStep.Again;
        }

        // What was denied, or is not counted, was at least tried.
        var isSent = tuple.HasSent || !tuple.HasReceived;
        flow = Flow(tuple, frame, isSent);
        if (isSent && tuple.HasReceived)
            (_hasReturn, _return, OpenTuple) = (true, Flow(tuple, frame, false), offset);
        return ImportStep.Flow;
    }

    private ImportedFlow Flow(in AzureTuple tuple, in JsonFrame frame, bool isSent)
    {
        var rule = frame.Rule ?? "";
        var encryption = _texts.Of(tuple.Encryption);
        return new()
        {
            FirstNanoseconds = tuple.Nanoseconds,
            LastNanoseconds = tuple.Nanoseconds,
            Flow = isSent ? tuple.Flow : tuple.Flow.Reversed,
            Packets = isSent ? tuple.PacketsSent : tuple.PacketsReceived,
            Bytes = isSent ? tuple.BytesSent : tuple.BytesReceived,
            Direction = isSent == (tuple.Direction == Direction.In) ? Direction.In : Direction.Out,
            Action = tuple.Action,
            // Without a rule, the encryption that was missing is what denied.
            RuleId = rule.Length == 0 && tuple.Action == FlowAction.Reject ? encryption : rule,
            Interface = frame.Mac ?? "",
            State = tuple.State,
            Encryption = encryption,
        };
    }
}
