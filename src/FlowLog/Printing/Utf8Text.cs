using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Text;
using FlowLog.Flows;

namespace FlowLog.Printing;

/// <summary>Text that grows, in UTF-8, without an object a value.</summary>
/// <param name="capacity">Bytes that fit before it grows.</param>
public sealed class Utf8Text(int capacity = 64 * 1024)
{
    private const int LongestNumber = 20;
    private const int LongestAddress = 45;

    private byte[] _bytes = new byte[capacity];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public Utf8Text Add(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _length += utf8.Length;
        return this;
    }

    public Utf8Text Letter(byte letter)
    {
        Room(1)[0] = letter;
        _length++;
        return this;
    }

    public Utf8Text Add(string text)
    {
        _length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    public Utf8Text Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var written);
        _length += written;
        return this;
    }

    public Utf8Text Add(IpAddress address)
    {
        var room = Room(LongestAddress);
        if (address.IsIPv6)
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Bits);
            new IPAddress(bytes).TryFormat(room, out var written);
            _length += written;
            return this;
        }

        var bits = (uint)address.Bits;
        var at = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            Utf8Formatter.TryFormat((byte)(bits >> shift), room[at..], out var written);
            at += written;
            if (shift > 0)
                room[at++] = (byte)'.';
        }

        _length += at;
        return this;
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        return _bytes.AsSpan(_length);
    }
}
