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

    /// <summary>IPv4 addresses beside their numbers, so that one is found with one look at memory: the address above, the number below; 0 is free.</summary>
    private ulong[] _v4 = new ulong[FirstSlots];

    /// <summary>Numbers of IPv6 addresses; 0 is free.</summary>
    private int[] _v6 = new int[FirstSlots];

    private int _count = 1;

    /// <summary>The greatest number that may be in use, and one.</summary>
    public int Bound => Volatile.Read(ref _count);

    /// <summary>The address of a number that was given out.</summary>
    public IpAddress this[int number] => Volatile.Read(ref _addresses)[number];

    /// <summary>The numbers of a chunk's addresses, by code.</summary>
    public int[] NumbersOf(AddressList addresses)
    {
        var numbers = GC.AllocateUninitializedArray<int>(addresses.Count);
        var low = addresses.Low;
        lock (_adding)
        {
            for (var code = 0; code < addresses.IPv4Count; code++)
                numbers[code] = FindV4((uint)low[code]);
            for (var code = addresses.IPv4Count; code < numbers.Length; code++)
                numbers[code] = FindV6(addresses[code]);
        }

        return numbers;
    }

    public int NumberOf(IpAddress address)
    {
        lock (_adding)
            return address.IsIPv6 ? FindV6(address) : FindV4((uint)address.Bits);
    }

    private int FindV4(uint address)
    {
        var (slots, mask) = (_v4, _v4.Length - 1);
        for (var slot = (int)Spread.Of(address) & mask; ; slot = (slot + 1) & mask)
        {
            var found = slots[slot];
            if ((uint)(found >> 32) == address && found != 0)
                return (int)found;
            if (found != 0)
                continue;
            var number = Add(IpAddress.V4(address));
            _v4[FreeV4(address)] = ((ulong)address << 32) | (uint)number;
            return number;
        }
    }

    private int FindV6(IpAddress address)
    {
        var (slots, mask) = (_v6, _v6.Length - 1);
        for (var slot = (int)HashOf(address) & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] != 0 && _addresses[slots[slot]] == address)
                return slots[slot];
            if (slots[slot] != 0)
                continue;
            var number = Add(address);
            _v6[FreeV6(address)] = number;
            return number;
        }
    }

    private int Add(IpAddress address)
    {
        if (_count == _addresses.Length)
            Grow();
        _addresses[_count] = address;
        return Interlocked.Increment(ref _count) - 1;
    }

    /// <summary>Slots of each family are twice as many as there is room for addresses. Others read the addresses while they are replaced.</summary>
    private void Grow()
    {
        var addresses = new IpAddress[_addresses.Length * 2];
        _addresses.CopyTo(addresses, 0);
        Volatile.Write(ref _addresses, addresses);
        (_v4, _v6) = (new ulong[addresses.Length * 2], new int[addresses.Length * 2]);
        for (var number = 1; number < _count; number++)
        {
            var address = addresses[number];
            if (address.IsIPv6)
                _v6[FreeV6(address)] = number;
            else
                _v4[FreeV4((uint)address.Bits)] = ((ulong)address.Bits << 32) | (uint)number;
        }
    }

    private int FreeV4(uint address)
    {
        var slot = (int)Spread.Of(address) & (_v4.Length - 1);
        while (_v4[slot] != 0)
            slot = (slot + 1) & (_v4.Length - 1);
        return slot;
    }

    private int FreeV6(IpAddress address)
    {
        var slot = (int)HashOf(address) & (_v6.Length - 1);
        while (_v6[slot] != 0)
            slot = (slot + 1) & (_v6.Length - 1);
        return slot;
    }

    private static ulong HashOf(IpAddress address) => Spread.Of((ulong)address.Bits ^ Spread.Of((ulong)(address.Bits >> 64)));
}
