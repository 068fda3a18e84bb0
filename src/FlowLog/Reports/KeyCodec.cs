using System.Buffers.Binary;
using System.Text;
using FlowLog.Chunks;
using FlowLog.Flows;

namespace FlowLog.Reports;

/// <summary>How a list's keys are written: each by its difference to the one before in their order.</summary>
internal sealed record KeyCodec<TKey>(Action<ByteWriter, TKey, TKey> Write, KeyReading<TKey> Read)
    where TKey : struct, IComparable<TKey>;

/// <summary>Reads a key that follows another.</summary>
internal delegate TKey KeyReading<TKey>(ref ByteReader reader, TKey before);

/// <summary>The codecs of all kinds of keys.</summary>
internal static class KeyCodec
{
    private const int MaxPorts = (1 << 24) - 1;

    private static readonly KeyCodec<IpAddress> Addresses = new(WriteAddress, ReadAddress);
    private static readonly KeyCodec<Port> Ports = new(WritePort, ReadPort);
    private static readonly KeyCodec<ResourceId> Ids = new(WriteId, ReadId);
    private static readonly KeyCodec<AddressPair> Pairs = new(WritePair, ReadPair);
    private static readonly KeyCodec<JudgedTuple> Tuples = new(WriteTuple, ReadTuple);
    private static readonly KeyCodec<Conversation> Conversations = new(WriteConversation, ReadConversation);

    public static KeyCodec<TKey> Of<TKey>()
        where TKey : struct, IComparable<TKey> =>
        (KeyCodec<TKey>)(object)(
            typeof(TKey) == typeof(IpAddress) ? Addresses
            : typeof(TKey) == typeof(Port) ? Ports
            : typeof(TKey) == typeof(ResourceId) ? Ids
            : typeof(TKey) == typeof(AddressPair) ? Pairs
            : typeof(TKey) == typeof(JudgedTuple) ? Tuples
            : Conversations);

    /// <summary>The difference as a signed number, doubled; an odd one says that the 16 bytes of an IPv6 address follow.</summary>
    private static void WriteAddress(ByteWriter writer, IpAddress address, IpAddress before)
    {
        if (address.IsIPv6)
        {
            writer.Varint(1);
            BinaryPrimitives.WriteUInt128BigEndian(writer.Reserve(16), address.Bits);
            return;
        }

        var difference = (long)(uint)address.Bits - (before.IsIPv6 ? 0 : (long)(uint)before.Bits);
        writer.Varint((ulong)((difference << 1) ^ (difference >> 63)) << 1);
    }

    private static IpAddress ReadAddress(ref ByteReader reader, IpAddress before)
    {
        var head = reader.Varint();
        if (head == 1)
            return IpAddress.FromBytes(reader.Take(16));
        var zigzag = head >> 1;
        var difference = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        var bits = unchecked((before.IsIPv6 ? 0 : (long)(uint)before.Bits) + difference);
        return (head & 1) == 0 && bits is >= 0 and <= uint.MaxValue ? IpAddress.V4((uint)bits) : throw reader.Corrupt("an impossible address");
    }

    private static void WritePort(ByteWriter writer, Port port, Port before) => writer.Signed(port.Bits - before.Bits);

    private static Port ReadPort(ref ByteReader reader, Port before)
    {
        var bits = unchecked(before.Bits + reader.Signed());
        return bits is >= 0 and <= MaxPorts ? new((byte)(bits >> 16), (ushort)bits) : throw reader.Corrupt("an impossible port");
    }

    private static void WriteId(ByteWriter writer, ResourceId id, ResourceId before) => WriteText(writer, id.Id, before.Id);

    private static ResourceId ReadId(ref ByteReader reader, ResourceId before) => new(ReadText(ref reader, before.Id));

    private static void WritePair(ByteWriter writer, AddressPair pair, AddressPair before)
    {
        WriteAddress(writer, pair.Source, before.Source);
        WriteAddress(writer, pair.Destination, before.Destination);
    }

    private static AddressPair ReadPair(ref ByteReader reader, AddressPair before)
    {
        var source = ReadAddress(ref reader, before.Source);
        return new(source, ReadAddress(ref reader, before.Destination));
    }

    private static void WriteTuple(ByteWriter writer, JudgedTuple tuple, JudgedTuple before)
    {
        WriteAddress(writer, tuple.Flow.Source, before.Flow.Source);
        WriteAddress(writer, tuple.Flow.Destination, before.Flow.Destination);
        writer.Varint(tuple.Ports);
    }

    private static JudgedTuple ReadTuple(ref ByteReader reader, JudgedTuple before)
    {
        var source = ReadAddress(ref reader, before.Flow.Source);
        var destination = ReadAddress(ref reader, before.Flow.Destination);
        return reader.Varint() is < 1UL << 48 and var ports ? JudgedTuple.Of(source, destination, ports) : throw reader.Corrupt("impossible ports");
    }

    private static void WriteConversation(ByteWriter writer, Conversation conversation, Conversation before)
    {
        WriteText(writer, conversation.VmId, before.VmId);
        WritePair(writer, new(conversation.Source, conversation.Destination), new(before.Source, before.Destination));
    }

    private static Conversation ReadConversation(ref ByteReader reader, Conversation before)
    {
        var vm = ReadText(ref reader, before.VmId);
        var pair = ReadPair(ref reader, new(before.Source, before.Destination));
        return new(vm, pair.Source, pair.Destination);
    }

    /// <summary>How many characters it shares with the one before at its start, and the rest.</summary>
    private static void WriteText(ByteWriter writer, string text, string? before)
    {
        var shared = text.AsSpan().CommonPrefixLength(before);
        // Halves of a character beyond the basic plane would be no UTF-8.
        if (shared > 0 && char.IsHighSurrogate(text[shared - 1]))
            shared--;
        writer.Varint((ulong)shared);
        writer.Text(text[shared..]);
    }

    private static string ReadText(ref ByteReader reader, string? before)
    {
        var shared = reader.Count(before?.Length ?? 0, "characters of the key before");
        var rest = reader.Text();
        if (shared > 0 && rest.Length == 0 && shared == before!.Length)
            return before;
        var text = string.Concat(before.AsSpan(0, shared), rest);
        return Encoding.UTF8.GetByteCount(text) <= ChunkLimits.MaxTextBytes ? text : throw reader.Corrupt("a key that is too long");
    }
}
