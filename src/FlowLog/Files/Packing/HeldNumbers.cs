using System.Runtime.InteropServices;

namespace FlowLog.Files.Packing;

/// <summary>Numbers from 0 on, in as many bytes each (1, 2, 4 or 8) as the largest of them needs.</summary>
internal sealed class HeldNumbers
{
    private const int FirstRoom = 1024;

    private byte[] _bytes;
    private int _width = 1;
    private ulong _most = byte.MaxValue;

    /// <param name="zeros">How many zeros to begin with.</param>
    public HeldNumbers(int zeros) => (_bytes, Count) = (new byte[Math.Max(FirstRoom, zeros)], zeros);

    public int Count { get; private set; }

    public void Add(long number)
    {
        if ((ulong)number > _most)
            Widen((ulong)number);
        if ((Count + 1L) * _width > _bytes.Length)
            Array.Resize(ref _bytes, checked((int)Math.Min(Array.MaxLength, _bytes.Length * 2L)));
        switch (_width)
        {
            case 1:
                _bytes[Count] = (byte)number;
                break;
            case 2:
                MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan())[Count] = (ushort)number;
                break;
            case 4:
                MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan())[Count] = (uint)number;
                break;
            default:
                MemoryMarshal.Cast<byte, long>(_bytes.AsSpan())[Count] = number;
                break;
        }

        Count++;
    }

    public long this[int row] => _width switch
    {
        1 => _bytes[row],
        2 => MemoryMarshal.Cast<byte, ushort>(_bytes)[row],
        4 => MemoryMarshal.Cast<byte, uint>(_bytes)[row],
        _ => MemoryMarshal.Cast<byte, long>(_bytes)[row],
    };

    /// <summary>The numbers of these rows, in their order.</summary>
    public long[] Pick(ReadOnlySpan<int> rows)
    {
        var picked = GC.AllocateUninitializedArray<long>(rows.Length);
        switch (_width)
        {
            case 1:
                Pick<byte>(rows, picked);
                break;
            case 2:
                Pick<ushort>(rows, picked);
                break;
            case 4:
                Pick<uint>(rows, picked);
                break;
            default:
                Pick<long>(rows, picked);
                break;
        }

        return picked;
    }

    private void Pick<T>(ReadOnlySpan<int> rows, long[] into)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var numbers = MemoryMarshal.Cast<byte, T>(_bytes);
        for (var row = 0; row < into.Length; row++)
            into[row] = long.CreateTruncating(numbers[rows[row]]);
    }

    private void Widen(ulong number)
    {
        var width = number <= ushort.MaxValue ? 2 : number <= uint.MaxValue ? 4 : 8;
        var wide = new HeldNumbers(0) { _width = width, _most = width == 8 ? ulong.MaxValue : (1UL << (8 * width)) - 1 };
        wide._bytes = new byte[(long)_bytes.Length / _width * width];
        for (var row = 0; row < Count; row++)
            wide.Add(this[row]);
        (_bytes, _width, _most) = (wide._bytes, wide._width, wide._most);
    }
}
