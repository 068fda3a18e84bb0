namespace FlowLog.Network;

/// <summary>
/// Sessions by key and by the order in which they were last seen, in arrays that grow up to a capacity: a million sessions take
/// some 100 MB and no work of the garbage collector.
/// </summary>
internal sealed class SessionSlots
{
    private const int None = -1;
    private const int FirstLength = 1024;

    private readonly int _capacity;
    private Session[] _slots;
    private int[] _buckets;
    private int _used;
    private int _free = None;
    private int _newest = None;

    public SessionSlots(int capacity)
    {
        _capacity = capacity;
        _slots = new Session[Math.Min(capacity, FirstLength)];
        _buckets = NewBuckets(_slots.Length);
    }

    public int Count { get; private set; }

    public bool IsFull => Count == _capacity;

    /// <summary>Slot of the session that was not seen for longest; -1 when there is none.</summary>
    public int Oldest { get; private set; } = None;

    public ref Session this[int slot] => ref _slots[slot];

    /// <summary>The session's slot, or -1.</summary>
    public int Find(in SessionKey key)
    {
        var slot = _buckets[Bucket(key)];
        while (slot != None && !_slots[slot].Key.Equals(key))
            slot = _slots[slot].Next;
        return slot;
    }

    /// <summary>Adds a session whose key is not there yet, as the newest. There must be room.</summary>
    public void Add(in Session session)
    {
        var slot = Take();
        _slots[slot] = session;
        ref var bucket = ref _buckets[Bucket(session.Key)];
        _slots[slot].Next = bucket;
        bucket = slot;
        Append(slot);
        Count++;
    }

    /// <summary>Makes a session the newest.</summary>
    public void Touch(int slot)
    {
        if (slot == _newest)
            return;
        Unlink(slot);
        Append(slot);
    }

    public void Remove(int slot)
    {
        ref var link = ref _buckets[Bucket(_slots[slot].Key)];
        while (link != slot)
            link = ref _slots[link].Next;
        link = _slots[slot].Next;
        Unlink(slot);
        _slots[slot] = new Session { Next = _free };
        _free = slot;
        Count--;
    }

    private int Take()
    {
        if (_free != None)
        {
            var slot = _free;
            _free = _slots[slot].Next;
            return slot;
        }
        if (_used == _slots.Length)
            Grow();
        return _used++;
    }

    /// <summary>Called only when no slot is free, so every slot holds a session.</summary>
    private void Grow()
    {
        Array.Resize(ref _slots, (int)Math.Min(_capacity, 2L * _slots.Length));
        _buckets = NewBuckets(_slots.Length);
        for (var slot = 0; slot < _used; slot++)
        {
            ref var bucket = ref _buckets[Bucket(_slots[slot].Key)];
            _slots[slot].Next = bucket;
            bucket = slot;
        }
    }

    private void Append(int slot)
    {
        _slots[slot].Older = _newest;
        _slots[slot].Newer = None;
        if (_newest == None)
            Oldest = slot;
        else
            _slots[_newest].Newer = slot;
        _newest = slot;
    }

    private void Unlink(int slot)
    {
        var (older, newer) = (_slots[slot].Older, _slots[slot].Newer);
        if (older == None)
            Oldest = newer;
        else
            _slots[older].Newer = newer;
        if (newer == None)
            _newest = older;
        else
            _slots[newer].Older = older;
    }

    private uint Bucket(in SessionKey key) => (uint)key.GetHashCode() % (uint)_buckets.Length;

    private static int[] NewBuckets(int length)
    {
        var buckets = new int[length];
        Array.Fill(buckets, None);
        return buckets;
    }
}
