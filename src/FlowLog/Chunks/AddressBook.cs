using FlowLog.Flows;

namespace FlowLog.Chunks;

/// <summary>
/// A number, from 1 on, for each different address that came up. Chunks that stay open remember the numbers of theirs, so that grouping by
/// address looks each up once and not once a query. Any number of threads may use it.
/// </summary>
public sealed class AddressBook
{
    private const int FirstSlots = 1 << 12;

    private readonly Lock _adding = new();
    private IpAddress[] _addresses = new IpAddress[FirstSlots / 2];
    private int[] _slots = new int[FirstSlots];
    private int _count = 1;

    /// <summary>The greatest number that may be in use, and one.</summary>
    public int Bound => Volatile.Read(ref _count);

    /// <summary>The address of a number that was given out.</summary>
    public IpAddress this[int number] => Volatile.Read(ref _addresses)[number];

    /// <summary>The numbers of a chunk's addresses, by code.</summary>
    public int[] NumbersOf(AddressList addresses)
    {
        var numbers = GC.AllocateUninitializedArray<int>(addresses.Count);
        lock (_adding)
        {
            for (var code = 0; code < numbers.Length; code++)
                numbers[code] = Find(addresses[code]);
        }

        return numbers;
    }

    public int NumberOf(IpAddress address)
    {
        lock (_adding)
            return Find(address);
    }

    private int Find(IpAddress address)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)HashOf(address) & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == 0)
                return Add(address, slot);
            if (_addresses[_slots[slot]] == address)
                return _slots[slot];
        }
    }

    private int Add(IpAddress address, int slot)
    {
        if (_count == _addresses.Length)
        {
            Grow();
            slot = FreeSlot(address);
        }

        _addresses[_count] = address;
        _slots[slot] = _count;
        return Interlocked.Increment(ref _count) - 1;
    }

    /// <summary>Slots are twice as many as addresses have room.</summary>
    private void Grow()
    {
        var addresses = new IpAddress[_addresses.Length * 2];
        _addresses.CopyTo(addresses, 0);
        Volatile.Write(ref _addresses, addresses);
        _slots = new int[_addresses.Length * 2];
        for (var number = 1; number < _count; number++)
            _slots[FreeSlot(_addresses[number])] = number;
    }

    private int FreeSlot(IpAddress address)
    {
        var slot = (int)HashOf(address) & (_slots.Length - 1);
        while (_slots[slot] != 0)
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private static ulong HashOf(IpAddress address) =>
        Spread.Of((ulong)address.Bits ^ (address.IsIPv6 ? Spread.Of((ulong)(address.Bits >> 64)) : 0));
}
